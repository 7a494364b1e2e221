import type { Language } from '@/shared/api/types'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/** Write an amount of dollars (a decimal string, never a float) as people read it; `sign` also marks what is added. */
export function formatMoney(amount: string, language: Language, options: { sign?: boolean } = {}): string {
  const { negative, whole, cents } = parts(amount)
  const number =
    language === 'fr' ? `${grouped(whole, NBSP)},${cents}${NBSP}$` : `$${grouped(whole, ',')}.${cents}`
  const mark = negative ? MINUS : options.sign && !isZero(amount) ? '+' : ''
  return mark + number
}

/** Write a count or measure, a decimal string or whole number, in the reader's digits. */
export function formatNumber(value: number | string, language: Language): string {
  const text = String(value)
  const negative = text.startsWith('-')
  const [whole = '0', fraction] = text.replace('-', '').split('.')
  const digits = grouped(whole, language === 'fr' ? NBSP : ',')
  return (negative ? MINUS : '') + digits + (fraction ? (language === 'fr' ? ',' : '.') + fraction : '')
}

/** An amount as a person types it, `1 234,50 $`, as the server takes it; what is no amount goes as typed, to be refused. */
export function typedAmount(text: string): string {
  return text.replace(/[\s$]/g, '').replace(MINUS, '-').replace(',', '.')
}

/** An amount as a person would type it, without its sign of dollars: `1234,50`. */
export function writtenAmount(amount: string, language: Language): string {
  return language === 'fr' ? amount.replace('.', ',') : amount
}

/** Whether an amount is nothing, whatever its writing. */
export function isZero(amount: string): boolean {
  return /^-?[0.]*$/.test(amount)
}

/** Whether an amount is below nothing. */
export function isNegative(amount: string): boolean {
  return amount.startsWith('-') && !isZero(amount)
}

function parts(amount: string): { negative: boolean; whole: string; cents: string } {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim())
  if (!match) throw new RangeError(`not an amount: ${amount}`)
  const fraction = match[3] ?? ''
  if (fraction.length > 4) throw new RangeError(`too many decimals: ${amount}`)
  return { negative: isNegative(amount.trim()), whole: match[2] ?? '0', cents: trimmed(fraction) }
}

/** Two decimals, or the four of a unit price when they say something. */
function trimmed(fraction: string): string {
  const cut = fraction.replace(/0+$/, '')
  return cut.length <= 2 ? cut.padEnd(2, '0') : cut
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, separator)
}
