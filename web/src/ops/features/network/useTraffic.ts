import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 60_000

/** What a subscription used in 31 days (up to a day, else the last ones), and which addresses it had. */
export function useTraffic(number: MaybeRefOrGetter<string>, until: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['subscriptions', toValue(number), 'traffic', toValue(until)]),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/subscriptions/{number}/traffic', {
          params: {
            path: { number: toValue(number) },
            query: toValue(until) ? { until: toValue(until) } : {},
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })
}
