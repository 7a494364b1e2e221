import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000
/** How a customer's page is read. */
export const customerPage = (number: string) => ({
  queryKey: ['customers', number, 'page'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answer(api.GET('/customers/{number}', { params: { path: { number } }, signal })),
  staleTime: FRESH_MS,
})

/** A customer whole, in one answer. */
export function useCustomer(number: Ref<string>) {
  return useQuery(computed(() => ({ ...customerPage(number.value), enabled: number.value !== '' })))
}

/** What happened to a customer, of one kind or all, newest first; further pages below a moment. */
export function useCustomerTimeline(number: Ref<string>, kind: Ref<string>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['customers', number.value, 'timeline', kind.value]),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/customers/{number}/timeline', {
          params: { path: { number: number.value }, query: { kind: kind.value, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: FRESH_MS,
  })
}
