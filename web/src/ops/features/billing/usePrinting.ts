import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

/** What of a run is for customers who want paper, and its files for the printer. */
export function usePrinting(date: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['billing-runs', toValue(date), 'printing']),
    queryFn: ({ signal }) =>
      answer(api.GET('/billing-runs/{date}/printing', { params: { path: { date: toValue(date) } }, signal })),
  })
}

/** Where a print file is fetched. */
export function printFileAddress(number: string): string {
  return `/api/v1/print-files/${encodeURIComponent(number)}/document`
}
