import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** What a statement is asked for: days, both included, and a language. */
export interface StatementAsked {
  customer: string
  from: string
  to: string
  language: 'fr' | 'en'
}

/** A customer's account over some days; nothing is asked while the days make no sense. */
export function useStatement(asked: Ref<StatementAsked>) {
  return useQuery({
    queryKey: computed(() => [
      'customers',
      asked.value.customer,
      'statement',
      asked.value.from,
      asked.value.to,
    ]),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/customers/{number}/statement', {
          params: {
            path: { number: asked.value.customer },
            query: { from: asked.value.from, to: asked.value.to },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** Where a statement is, as PDF to look at or to keep, or as a table. */
export function statementAddress(asked: StatementAsked, as: 'document' | 'download' | 'export'): string {
  const { customer, from, to, language } = asked
  const query = new URLSearchParams({ from, to, language })
  if (as === 'download') query.set('download', 'true')
  const what = as === 'export' ? 'export' : 'document'
  return `/api/v1/customers/${encodeURIComponent(customer)}/statement/${what}?${query.toString()}`
}
