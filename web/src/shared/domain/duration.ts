import type { Language } from '@/shared/api/types'
import { formatNumber } from './money'

const NBSP = '\u00a0'

/** `0,8 s`, `42 s`, `3 min 12 s`, `1 h 04 min`: how long something took. */
export function formatDuration(seconds: number, language: Language): string {
  if (seconds < 10) return `${formatNumber(seconds.toFixed(1), language)}${NBSP}s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}${NBSP}s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}${NBSP}min ${whole % 60}${NBSP}s`
  return `${Math.floor(minutes / 60)}${NBSP}h ${String(minutes % 60).padStart(2, '0')}${NBSP}min`
}
