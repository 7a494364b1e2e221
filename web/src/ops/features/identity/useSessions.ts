import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** One's own logged-in browsers. */
export function useSessions() {
  const { data, ...rest } = useQuery({
    queryKey: ['sessions', 'own'],
    queryFn: () => answer(api.GET('/sessions/own')),
  })
  return { ...rest, sessions: computed(() => data.value?.items ?? []) }
}
