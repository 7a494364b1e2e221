import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** The promotions of a customer's subscriptions, with the cycles they have left. */
export function usePromotions(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['customers', toValue(customer), 'promotions']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/customers/{number}/promotions', {
          params: { path: { number: toValue(customer) } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  })
}

/** The taxes a certificate may spare a customer of a tax category: those of its province, then the one on numbers. */
export function taxesOf(category: string): string[] {
  const own: Record<string, string[]> = {
    QC: ['GST', 'QST'],
    BC: ['GST', 'PST-BC'],
    MB: ['GST', 'RST-MB'],
    SK: ['GST', 'PST-SK'],
  }
  const harmonized = ['ON', 'NB', 'NL', 'PE', 'NS'].includes(category) ? [`HST-${category}`] : ['GST']
  return [...(own[category] ?? harmonized), '911']
}

/** A customer's tax exemptions with their certificates. */
export function useExemptions(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['customers', toValue(customer), 'exemptions']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/customers/{number}/exemptions', {
          params: { path: { number: toValue(customer) } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  })
}
