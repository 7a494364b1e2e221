import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** History recomputed by our own engine: the latest that is done, and a later one that is not. */
export function useRecomputation() {
  const { data, ...rest } = useQuery({
    queryKey: ['imports', 'recomputation'],
    queryFn: () => answer(api.GET('/recomputation')),
  })
  return {
    ...rest,
    done: computed(() => data.value?.done ?? null),
    unfinished: computed(() => data.value?.unfinished ?? null),
  }
}
