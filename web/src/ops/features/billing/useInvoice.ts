import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** An invoice or credit note whole. */
export function useInvoice(number: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['invoices', number.value, 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/invoices/{number}', { params: { path: { number: number.value } }, signal })),
    staleTime: 15_000,
  })
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
