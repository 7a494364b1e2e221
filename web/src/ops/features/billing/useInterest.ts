import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000
const LATEST = 25

/** The rates and rules of late interest, and what could be charged today. */
export function useInterest() {
  return useQuery({
    queryKey: ['interest'],
    queryFn: ({ signal }) => answer(api.GET('/late-interest', { signal })),
    staleTime: FRESH_MS,
  })
}

/** The latest charges of interest. */
export function useInterestCharges() {
  return useQuery({
    queryKey: ['charges', 'interest'],
    queryFn: ({ signal }) =>
      answer(api.GET('/charges', { params: { query: { fee_class: 'interest', limit: LATEST } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** The days, principals and rates that a charge of interest comes from. */
export function useInterestDays(charge: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: computed(() => ['charges', String(toValue(charge)), 'interest']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/charges/{charge}/interest', { params: { path: { charge: toValue(charge) } }, signal }),
      ),
    staleTime: FRESH_MS,
  })
}

/** The days on which a customer's invoices bear no interest. */
export function useInterestPauses(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['customers', toValue(customer), 'interest-pauses']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/customers/{number}/interest-pauses', {
          params: { path: { number: toValue(customer) } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  })
}
