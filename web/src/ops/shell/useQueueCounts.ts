import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'
import { useSession } from '../features/identity/useSession'

const FRESH_MS = 60_000

/** How many wait in each queue of the navigation, by its route; nothing where none does, or one may not look. */
export function useQueueCounts() {
  const { may } = useSession()
  const issues = useQuery({
    queryKey: ['issues', 'list', '/issues', 'queue'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/issues', { params: { query: { view: 'open', limit: 1 } }, signal }))).count ??
      0,
    enabled: computed(() => may('support.read')),
    staleTime: FRESH_MS,
  })
  const parked = useQuery({
    queryKey: ['parked', 'count'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/parked-work', { params: { query: { limit: 1 } }, signal }))).count ?? 0,
    enabled: computed(() => may('kernel.parked')),
    staleTime: FRESH_MS,
  })
  return computed<Record<string, number>>(() => ({
    issues: issues.data.value ?? 0,
    'parked-work': parked.data.value ?? 0,
  }))
}
