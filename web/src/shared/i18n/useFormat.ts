import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '@/shared/api/types'
import { formatBytes } from '@/shared/domain/bytes'
import * as dates from '@/shared/domain/dates'
import { formatDuration } from '@/shared/domain/duration'
import { formatMoney, formatNumber } from '@/shared/domain/money'
import { formatPhone } from '@/shared/domain/phone'
import { formatWho } from '@/shared/domain/who'

/** Formatters bound to the reader's language. */
export function useFormat() {
  const { locale, t } = useI18n()
  const language = computed(() => locale.value as Language)
  return {
    language,
    money: (amount: string, options?: { sign?: boolean }) => formatMoney(amount, language.value, options),
    number: (value: number | string) => formatNumber(value, language.value),
    bytes: (value: number) => formatBytes(value, language.value),
    day: (value: string, options?: { year?: boolean }) => dates.formatDay(value, language.value, options),
    weekday: (value: string, options?: { year?: boolean }) =>
      dates.formatWeekday(value, language.value, options),
    month: (value: string) => dates.formatMonth(value, language.value),
    monthOfYear: (value: string) => dates.formatMonthOfYear(value, language.value),
    time: dates.formatTime,
    instant: (value: string) => dates.formatInstant(value, language.value),
    ago: (value: string, now = new Date()) => dates.formatAgo(value, language.value, now),
    duration: (seconds: number) => formatDuration(seconds, language.value),
    who: (label: string) => formatWho(label, t('app.platform')),
    phone: (number: string, extension = '') => formatPhone(number, extension, t('app.extension')),
  }
}
