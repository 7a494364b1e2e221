import { typedAmount } from '@/shared/domain/money'

/** One side of an entry being written, as typed. */
export interface TypedLine {
  account: string
  debit: string
  credit: string
}

export const emptyLine = (): TypedLine => ({ account: '', debit: '', credit: '' })

const says = ({ account, debit, credit }: TypedLine) => Boolean(account || debit.trim() || credit.trim())

/** Where a line stands among those that are sent: empty ones are not. */
export function positionOf(lines: TypedLine[], at: number): number {
  return lines.slice(0, at).filter(says).length
}

/** The lines that say something, as the action takes them; what is no amount goes as typed, to be refused. */
export function entryLines(lines: TypedLine[]): { account: string; debit?: string; credit?: string }[] {
  return lines.filter(says).map(({ account, debit, credit }) => ({
    account,
    ...(debit.trim() ? { debit: typedAmount(debit) } : {}),
    ...(credit.trim() ? { credit: typedAmount(credit) } : {}),
  }))
}

/** What one side comes to, as an amount; what is no amount counts for nothing until it is one. */
export function sideOf(lines: TypedLine[], side: 'debit' | 'credit'): string {
  return amountOf(lines.reduce((sum, line) => sum + centsOf(line[side]), 0n))
}

/** What is missing on a side for the other to be met: `{ side, amount }`, null when both are equal. */
export function missingOf(lines: TypedLine[]): { side: 'debit' | 'credit'; amount: string } | null {
  const cents = (side: 'debit' | 'credit') => lines.reduce((sum, line) => sum + centsOf(line[side]), 0n)
  const over = cents('debit') - cents('credit')
  if (over === 0n) return null
  return over > 0n ? { side: 'credit', amount: amountOf(over) } : { side: 'debit', amount: amountOf(-over) }
}

function centsOf(typed: string): bigint {
  const match = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(typedAmount(typed))
  return match ? BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0')) : 0n
}

function amountOf(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`
}
