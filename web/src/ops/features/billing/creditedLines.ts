import type { Invoice, Language } from '@/shared/api/types'
import { isZero, typedAmount, writtenAmount } from '@/shared/domain/money'

/** What is given back of each chosen line, as typed, by position. */
export type ChosenLines = Record<number, string>

/** Every line with what is left of it. */
export function everythingLeft(invoice: Invoice, language: Language): ChosenLines {
  const lines = invoice.locations.flatMap(({ lines: here }) => here).filter(({ left }) => !isZero(left))
  return Object.fromEntries(lines.map(({ position, left }) => [position, writtenAmount(left, language)]))
}

/** The chosen lines as the action takes them. */
export function creditedLines(chosen: ChosenLines): { position: number; amount: string }[] {
  return Object.entries(chosen).map(([position, amount]) => ({
    position: Number(position),
    amount: typedAmount(amount),
  }))
}

/** What the server says a credit note comes to. */
export interface Credited {
  number: string
  subtotal: string
  taxes: { tax: string; name: string; amount: string }[]
  total: string
  applied: string
  left: string
}
