import { computed } from 'vue'
import { today } from '@/shared/domain/dates'
import { useInAddress } from './useInAddress'

/** The days of a report, in the address: this month to date unless somebody says otherwise. */
export function usePeriod() {
  const inAddress = useInAddress()
  const from = inAddress('from', () => `${today().slice(0, 8)}01`)
  const to = inAddress('to', today)
  return { from, to, days: computed(() => ({ from: from.value, to: to.value })) }
}
