import { useQuery } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 60_000

/** The company today, in one answer. */
export function useDashboard() {
  return useQuery({
    queryKey: ['dashboard'],
    queryFn: () => answer(api.GET('/dashboard')),
    refetchInterval: FRESH_MS,
  })
}
