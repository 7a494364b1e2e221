import { useI18n } from 'vue-i18n'
import { useFormat } from '@/shared/i18n/useFormat'
import type { Filter } from './types'

/** Say a filter's value as a person reads it; a choice may hold several, by commas. */
export function useFilterText() {
  const { t } = useI18n()
  const { day, money, number } = useFormat()
  return (filter: Filter, value: string): string => {
    switch (filter.kind) {
      case 'flag':
        // That it holds needs no word; that it does not, does.
        return value === 'false' ? t('app.no') : ''
      case 'choice':
        return value
          .split(',')
          .map((part) => filter.options.find((option) => option.value === part)?.label ?? part)
          .join(', ')
      case 'day':
        return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value
      case 'money':
        return /^\d+(\.\d{1,4})?$/.test(value) ? money(value) : value
      case 'number':
        return /^\d+$/.test(value) ? number(value) : value
      default:
        return value
    }
  }
}
