import type { Language } from '@/shared/api/types'
import { formatNumber } from './money'

const NBSP = '\u00a0'
const STEP = 1000
const UNITS: Record<Language, string[]> = {
  fr: ['o', 'ko', 'Mo', 'Go', 'To', 'Po'],
  en: ['B', 'kB', 'MB', 'GB', 'TB', 'PB'],
}

/** `3,2 Go`, `3.2 GB`: bytes in the unit that fits, by thousands as providers count; one decimal below a hundred. */
export function formatBytes(bytes: number, language: Language): string {
  const units = UNITS[language]
  let [value, unit] = [bytes, 0]
  // What would be written as a thousand is one of the next unit.
  while (Math.round(value) >= STEP && unit < units.length - 1) {
    value /= STEP
    unit += 1
  }
  const places = unit > 0 && value < 99.95 ? 1 : 0
  return `${formatNumber(value.toFixed(places), language)}${NBSP}${units[unit]}`
}
