import type { OfferLine } from '@/shared/api/types'
import { typedAmount } from '@/shared/domain/money'

/** A line of an offer while it is typed. */
export interface OfferRow {
  key: number
  cycle: 'monthly' | 'once'
  item: string
  words: string
  quantity: string
  price: string
  off: string
  cycles: string
}

let made = 0

/** An empty line, or one that begins with what is given. */
export function newOfferRow(given: Partial<Omit<OfferRow, 'key'>> = {}): OfferRow {
  made += 1
  return {
    key: made,
    cycle: 'monthly',
    item: '',
    words: '',
    quantity: '1',
    price: '',
    off: '',
    cycles: '',
    ...given,
  }
}

/** Lines as they were saved, to be typed on. */
export const rowsOfLines = (lines: OfferLine[]): OfferRow[] =>
  lines.map((line) =>
    newOfferRow({
      cycle: line.cycle === 'once' ? 'once' : 'monthly',
      item: line.item ?? '',
      words: line.description,
      quantity: line.quantity,
      price: line.unit_price,
      off: line.off_amount ?? '',
      cycles: line.off_cycles ? String(line.off_cycles) : '',
    }),
  )

/** Whether nothing was typed in a line. */
export const isBlankRow = (row: OfferRow): boolean => !row.item && !row.words && !row.price

/** Whether a line says enough to be worked out: an item, or words and a price; a discount with its months. */
export function isWholeRow(row: OfferRow): boolean {
  const priced = row.price === '' ? row.item !== '' : typedAmount(row.price) !== null
  const off = row.off === '' ? row.cycles === '' : typedAmount(row.off) !== null && /^\d+$/.test(row.cycles)
  return (row.item !== '' || row.words !== '') && priced && off && Number(row.quantity.replace(',', '.')) > 0
}

/** A line as the server takes it. */
export function lineGiven(row: OfferRow) {
  return {
    cycle: row.cycle,
    quantity: row.quantity.replace(',', '.'),
    ...(row.item ? { item: row.item.trim() } : {}),
    ...(row.words ? { description: row.words } : {}),
    ...(row.price ? { unit_price: typedAmount(row.price) ?? row.price } : {}),
    ...(row.off && row.cycle === 'monthly'
      ? { off_amount: typedAmount(row.off) ?? row.off, off_cycles: Number(row.cycles) }
      : {}),
  }
}
