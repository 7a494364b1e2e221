import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** How a customer pays, masked: the automatic method first. */
export function usePaymentMethods(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['customers', toValue(customer), 'methods']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/customers/{number}/payment-methods', {
          params: { path: { number: toValue(customer) } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  })
}
