import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { ActionDescription } from '@/shared/api/types'

/** The catalogue of actions: what each is called, takes, and whether this person may do it. */
export function useActions() {
  const { data, error, refetch } = useQuery({
    queryKey: ['actions'],
    queryFn: () => answer(api.GET('/actions')),
    staleTime: Infinity,
  })
  const byName = computed(() => new Map(data.value?.map((action) => [action.name, action])))
  return {
    actions: computed<ActionDescription[]>(() => data.value ?? []),
    action: (name: string) => byName.value.get(name) ?? null,
    /** Whether there is such an action and this person may do it. */
    can: (name: string) => byName.value.get(name)?.allowed ?? false,
    error,
    refetch,
  }
}
