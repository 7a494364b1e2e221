import type { Language } from '@/shared/api/types'

/** Zone in which the company counts its days. */
export const ZONE = 'America/Toronto'
const LOCALES: Record<Language, string> = { fr: 'fr-CA', en: 'en-CA' }
const DAY = 86_400_000

function instant(value: string): Date {
  // A bare day is written at noon UTC, which is that same day in every zone of the country.
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00Z` : value)
  if (Number.isNaN(date.getTime())) throw new RangeError(`not a date: ${value}`)
  return date
}

function zoneOf(value: string): string {
  return value.length === 10 ? 'UTC' : ZONE
}

function part(value: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: zoneOf(value), ...options }).format(
    instant(value),
  )
}

function dayOfMonth(value: string): string {
  return String(Number(part(value, 'en', { day: 'numeric' })))
}

function shortMonth(value: string, language: Language): string {
  const month = part(value, language, { month: 'short' })
  return language === 'en' ? month.replace('.', '').slice(0, 3) : month
}

/** `21 nov. 2026`, `Nov 21, 2026`; without the year when `year` is false. */
export function formatDay(value: string, language: Language, options: { year?: boolean } = {}): string {
  const day = dayOfMonth(value)
  const month = shortMonth(value, language)
  const year = options.year === false ? '' : part(value, 'en', { year: 'numeric' })
  if (language === 'fr') return [day, month, year].filter(Boolean).join(' ')
  return `${month} ${day}${year ? `, ${year}` : ''}`
}

/** Whole years and months from one day to another. */
export function yearsAndMonths(from: string, to: string): { years: number; months: number } {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  const months = Math.max((y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0), 0)
  return { years: Math.floor(months / 12), months: months % 12 }
}

/** `lundi 30 nov. 2026`, `Monday, Nov 30, 2026`. */
export function formatWeekday(value: string, language: Language, options: { year?: boolean } = {}): string {
  const weekday = part(value, language, { weekday: 'long' })
  return `${weekday}${language === 'fr' ? ' ' : ', '}${formatDay(value, language, options)}`
}

/** `nov.`, `Nov`: the month alone, for axes. */
export function formatMonth(value: string, language: Language): string {
  return shortMonth(value, language)
}

/** `novembre 2026`, `November 2026`. */
export function formatMonthOfYear(value: string, language: Language): string {
  return part(value, language, { month: 'long', year: 'numeric' })
}

/** `10:42`, the company's clock, 24 hours in both languages. */
export function formatTime(value: string, options: { seconds?: boolean } = {}): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    ...(options.seconds ? { second: '2-digit' } : {}),
  }).format(instant(value))
}

/** `21 nov. 2026, 10:42`. */
export function formatInstant(value: string, language: Language): string {
  return `${formatDay(value, language)}, ${formatTime(value)}`
}

/** The day of an instant in the company's zone, `2026-11-21`. */
export function dayOf(value: string): string {
  if (value.length === 10) return value
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant(value))
}

/** The moment at which the company's clock shows a day and a time (`2026-11-21`, `08:30`), in UTC. */
export function instantAt(day: string, time: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(wall)) throw new RangeError(`not a moment: ${day} ${time}`)
  // The zone's offset depends on the moment itself: a second look settles the days when the clocks change.
  let moment = wall
  for (let look = 0; look < 2; look++) {
    const iso = new Date(moment).toISOString()
    moment += wall - Date.parse(`${dayOf(iso)}T${formatTime(iso)}:00Z`)
  }
  return new Date(moment).toISOString()
}

/** Today in the company's zone, wherever the browser is. */
export function today(): string {
  return dayOf(new Date().toISOString())
}

/** The day so many days after one, or before. */
export function addDays(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** The first day of a day's month, or of one so many months after it. */
export function firstOfMonth(day: string, ahead = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10)
}

/** The day before one. */
export function dayBefore(day: string): string {
  return new Date(instant(day).getTime() - DAY).toISOString().slice(0, 10)
}

/** Days from one date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instant(dayOf(to)).getTime() - instant(dayOf(from)).getTime()) / DAY)
}

/** `il y a 5 min`, `5 minutes ago`. */
export function formatAgo(value: string, language: Language, now: Date): string {
  const seconds = Math.round((instant(value).getTime() - now.getTime()) / 1000)
  const format = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto', style: 'short' })
  const size = Math.abs(seconds)
  if (size < 60) return format.format(seconds, 'second')
  if (size < 3600) return format.format(Math.round(seconds / 60), 'minute')
  if (size < 86_400) return format.format(Math.round(seconds / 3600), 'hour')
  return format.format(Math.round(seconds / 86_400), 'day')
}
