import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** How the page of an invoice is read. */
export const invoicePage = (number: string) => ({
  queryKey: ['invoices', number, 'page'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answer(api.GET('/invoices/{number}', { params: { path: { number } }, signal })),
  staleTime: 15_000,
})

/** An invoice or credit note whole. */
export function useInvoice(number: Ref<string>) {
  return useQuery(computed(() => invoicePage(number.value)))
}

/** Why an invoice differs from the one before; nothing without a number. */
export function useInvoiceWhy(number: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['invoices', number.value, 'why']),
    queryFn: ({ signal }) =>
      answer(api.GET('/invoices/{number}/why', { params: { path: { number: number.value } }, signal })),
    enabled: computed(() => number.value !== ''),
    staleTime: 60_000,
  })
}

/** Where its PDF is; `download` offers it to be saved. */
export function paperOf(number: string): string {
  return `/api/v1/invoices/${encodeURIComponent(number)}/document`
}
