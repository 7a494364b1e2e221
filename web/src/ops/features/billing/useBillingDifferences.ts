import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { BillingDifferenceKind } from '@/shared/api/types'
import { useRemembered } from '@/shared/ui/useRemembered'

export const KINDS = ['new', 'gone', 'price', 'unusual'] as const
export type Kind = (typeof KINDS)[number]

/** Customers billed differently in one way, the largest first. */
export function useBillingDifferences(date: () => string, kind: () => Kind, made: () => boolean) {
  return useQuery({
    queryKey: computed(() => [made() ? 'billing-runs' : 'billing-preview', date(), 'differences', kind()]),
    queryFn: () =>
      answer(
        api.GET('/billing-runs/{date}/differences', {
          params: { path: { date: date() }, query: { kind: kind() } },
        }),
      ),
    staleTime: Infinity,
  })
}

/** Unusual amounts this person has looked at, kept in this browser. */
export function useSeenAmounts(date: string) {
  const seen = useRemembered<string[]>(`billing.seen.${date}`, [])
  return {
    seen,
    has: (customer: string) => seen.value.includes(customer),
    toggle: (customer: string) => {
      seen.value = seen.value.includes(customer)
        ? seen.value.filter((one) => one !== customer)
        : [...seen.value, customer]
    },
    /** How many unusual ones are not looked at yet. */
    left: (kinds: BillingDifferenceKind[]) =>
      Math.max(0, (kinds.find(({ kind }) => kind === 'unusual')?.customers ?? 0) - seen.value.length),
  }
}
export type SeenAmounts = ReturnType<typeof useSeenAmounts>
