import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** What a customer announced: leaving a location, or moving to another; asked once for all his locations. */
export function useDepartures(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['customers', toValue(customer), 'departures']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/customers/{number}/departures', {
          params: { path: { number: toValue(customer) } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  })
}
