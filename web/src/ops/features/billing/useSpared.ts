import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { answer, api } from '@/shared/api/client'
import { useFormat } from '@/shared/i18n/useFormat'

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

/** The days of what spares somebody something, in words: from one to another, or from one on. */
export function useDaysSpared() {
  const { t } = useI18n()
  const { day } = useFormat()
  return ({ since, until }: { since: string; until: string | null }) =>
    until ? t('spared.from_to', { from: day(since), to: day(until) }) : t('spared.from', { day: day(since) })
}
