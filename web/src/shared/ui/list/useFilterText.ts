import { useI18n } from 'vue-i18n'
import { useFormat } from '@/shared/i18n/useFormat'
import type { Filter } from './types'

/** Say a filter's value as a person reads it. */
export function useFilterText() {
  const { t } = useI18n()
  const { day, money } = useFormat()
  return (filter: Filter, value: string): string => {
    const option = filter.options?.find((one) => one.value === value)
    if (option) return t(option.label)
    if (filter.kind === 'flag') return ''
    if (filter.kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value)
    if (filter.kind === 'amount' && /^\d+(\.\d{1,4})?$/.test(value)) return money(value)
    return value
  }
}
