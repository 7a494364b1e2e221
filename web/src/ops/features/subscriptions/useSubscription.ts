import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** A subscription whole, in one answer. */
export function useSubscription(number: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['subscriptions', number.value, 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/subscriptions/{number}', { params: { path: { number: number.value } }, signal })),
    staleTime: FRESH_MS,
  })
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
