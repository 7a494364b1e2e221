import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'
import { firstOfMonth, today } from '@/shared/domain/dates'

/** The day that is usually billed next: the first of the coming month, or of the one after where that was begun. */
export function useNextRun() {
  const next = firstOfMonth(today(), 1)
  const { data: begun } = useQuery({
    queryKey: ['billing_runs', 'list', 'next', next],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/billing-runs', {
            params: { query: { date_from: next, date_to: next, limit: 1 } },
            signal,
          }),
        )
      ).items.length > 0,
  })
  return computed(() => (begun.value ? firstOfMonth(next, 1) : next))
}
