import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { ActionInput } from './usePerformAction'

/** What an action would do with this input; asked again when the input changes, nothing while it is incomplete. */
export function usePreviewAction(name: string, input: Ref<ActionInput | null>) {
  return useQuery({
    queryKey: computed(() => ['preview', name, input.value]),
    queryFn: ({ signal }) =>
      answer(
        api.POST('/actions/{name}/preview', { params: { path: { name } }, body: input.value ?? {}, signal }),
      ),
    enabled: computed(() => input.value !== null),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}
