import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** How the page of a subscription is read. */
export const subscriptionPage = (number: string) => ({
  queryKey: ['subscriptions', number, 'page'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answer(api.GET('/subscriptions/{number}', { params: { path: { number } }, signal })),
  staleTime: FRESH_MS,
})

/** A subscription whole, in one answer. */
export function useSubscription(number: Ref<string>) {
  return useQuery(computed(() => subscriptionPage(number.value)))
}

/** What happened to a subscription, of one kind or all, newest first; further pages below a moment. */
export function useSubscriptionTimeline(number: Ref<string>, kind: Ref<string>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['subscriptions', number.value, 'timeline', kind.value]),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/subscriptions/{number}/timeline', {
          params: { path: { number: number.value }, query: { kind: kind.value, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: FRESH_MS,
  })
}
