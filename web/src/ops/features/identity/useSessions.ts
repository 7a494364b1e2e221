import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** Logged-in browsers: one's own, or everybody's. */
export function useSessions({ everybody = false } = {}) {
  const { data, ...rest } = useQuery({
    queryKey: ['sessions', everybody],
    queryFn: () => answer(api.GET('/sessions', { params: { query: { everybody } } })),
  })
  return { ...rest, sessions: computed(() => data.value?.items ?? []) }
}
