import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { ChargeRow } from '@/shared/api/types'
import { useActionDialog } from '../kernel/useActionDialog'

const MOST = 500
const FRESH_MS = 15_000
type Query = Record<string, string>

/** Every charge a filter finds, at most 500: what one act may hold. */
export async function chargesOf(query: Query): Promise<ChargeRow[]> {
  const found: ChargeRow[] = []
  let cursor = ''
  do {
    const page = await answer(
      api.GET('/charges', { params: { query: { ...query, limit: 200, ...(cursor ? { cursor } : {}) } } }),
    )
    found.push(...page.items)
    cursor = page.next_cursor ?? ''
  } while (cursor && found.length < MOST)
  return found.slice(0, MOST)
}

/** What waits for a customer's next invoice. */
export function useWaitingCharges(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['charges', 'of', toValue(customer)]),
    queryFn: () => chargesOf({ customer: toValue(customer), state: 'waiting,later,forbidden' }),
    staleTime: FRESH_MS,
  })
}

/** One charge; nothing without a number. */
export function useCharge(charge: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['charges', toValue(charge), 'page']),
    queryFn: async () => (await chargesOf({ charge: toValue(charge) }))[0] ?? null,
    enabled: computed(() => toValue(charge) !== ''),
    staleTime: FRESH_MS,
  })
}

/** The dialogs by which charges are added, corrected, billed and taken back. */
export function useChargeDialogs() {
  const dialog = useActionDialog()
  const plain = (price: string) => price.replace(/(\.\d\d)0+$/, '$1')
  return {
    add: (given: Record<string, string> = {}) =>
      dialog.open({ name: 'billing.add_charge', given, icon: 'plus' }),
    billAtOnce: (given: Record<string, string> = {}) =>
      dialog.open({ name: 'billing.charge_now', given, icon: 'send' }),
    correct: (row: ChargeRow) =>
      dialog.open({
        name: 'billing.replace_charge',
        given: { charge: row.charge },
        proposed: {
          item: row.sku,
          quantity: plain(row.quantity),
          unit_price: plain(row.unit_price),
          description: row.description,
          not_before: row.not_before,
        },
        icon: 'pencil',
      }),
    bill: (charges: number[]) =>
      dialog.open({ name: 'billing.bill_charges', given: { charges }, icon: 'send' }),
    withdraw: (charges: number[]) =>
      charges.length === 1
        ? dialog.open({ name: 'billing.withdraw_charge', given: { charge: charges[0] }, icon: 'undo-2' })
        : dialog.open({ name: 'billing.withdraw_charges', given: { charges }, icon: 'undo-2' }),
    restore: (row: ChargeRow) =>
      dialog.open({ name: 'billing.restore_charge', given: { charge: row.charge }, icon: 'clock' }),
  }
}
