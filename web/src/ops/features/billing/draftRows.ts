import type { Invoice, Language } from '@/shared/api/types'
import { dayBefore } from '@/shared/domain/dates'
import { typedAmount, writtenAmount } from '@/shared/domain/money'

/** A line of a draft as it is typed; without an item it is in words alone. */
export interface DraftRow {
  key: number
  item: string
  words: string
  quantity: string
  price: string
  account: string
  taxable: boolean
  location: string
  since: string
  until: string
}

/** What a draft says besides its lines. */
export interface DraftTexts {
  po_number: string
  message: string
  notes: string
  due_date: string
}

/** What the server says a draft comes to. */
export interface Drafted {
  draft_id: number
  version: string
  due_date: string
  lines: { description: string; unit_price: string; amount: string }[]
  subtotal: string
  taxes: { tax: string; name: string; amount: string }[]
  total: string
}

/** What a line still lacks before it can be charged. */
export type Lack = 'words' | 'price' | 'account' | 'period'

let keys = 0

/** A line with nothing on it; `like` gives it what it has in common with another. */
export function newRow(like: Partial<DraftRow> = {}): DraftRow {
  const blank = { item: '', words: '', quantity: '1', price: '', account: '', taxable: true }
  return { ...blank, location: '', since: '', until: '', ...like, key: ++keys }
}

/** The lines of a saved draft, in their order. */
export function rowsOf(draft: Invoice, language: Language): DraftRow[] {
  return draft.locations
    .flatMap(({ number, lines }) => lines.map((line) => ({ number, line })))
    .sort((a, b) => a.line.position - b.line.position)
    .map(({ number, line }) =>
      newRow({
        item: line.sku,
        words: line.description,
        quantity: writtenAmount(line.quantity, language),
        price: writtenPrice(line.unit_price, language),
        account: line.sku ? '' : line.revenue_account,
        taxable: line.taxable,
        location: number,
        since: line.period_start ?? '',
        until: line.period_end ? dayBefore(line.period_end) : '',
      }),
    )
}

/** A price as one types it: two decimals, or as many as it has. */
export function writtenPrice(price: string, language: Language): string {
  return writtenAmount(price.replace(/(\.\d\d)(\d*?)0+$/, '$1$2'), language)
}

/** The texts of a saved draft. */
export function textsOf({ po_number, message, notes, due_date }: Invoice): DraftTexts {
  return { po_number, message, notes, due_date }
}

/** Whether nothing was typed on a line: it is left out. */
export function isBlank({ item, words, price }: DraftRow): boolean {
  return [item, words, price].every((text) => !text.trim())
}

/** What keeps a line from being charged; the server knows the rest. */
export function lacks(row: DraftRow): Lack[] {
  if (isBlank(row)) return []
  const found: Lack[] = []
  if (!row.item.trim()) {
    if (!row.words.trim()) found.push('words')
    if (!row.price.trim()) found.push('price')
    if (!row.account) found.push('account')
  }
  if (Boolean(row.since) !== Boolean(row.until) || row.until < row.since) found.push('period')
  return found
}

/** A line as the action takes it. */
export function lineOf(row: DraftRow): Record<string, unknown> {
  const item = row.item.trim()
  return {
    ...(item ? { item } : { account: row.account, taxable: row.taxable }),
    quantity: typedAmount(row.quantity) || '1',
    ...(row.price.trim() ? { unit_price: typedAmount(row.price) } : {}),
    ...(row.words.trim() ? { description: row.words.trim() } : {}),
    ...(row.location ? { location: row.location } : {}),
    ...(row.since ? { first_day: row.since, last_day: row.until } : {}),
  }
}

/** The lines with one moved so many places up (negative) or down; as they were where there is no such place. */
export function moved(rows: DraftRow[], key: number, by: number): DraftRow[] {
  const from = rows.findIndex((row) => row.key === key)
  const to = from + by
  const row = rows[from]
  if (!row || to < 0 || to >= rows.length) return rows
  const others = rows.filter((other) => other !== row)
  return [...others.slice(0, to), row, ...others.slice(to)]
}

/** What was typed, to be compared with what was saved. */
export function contentOf(rows: DraftRow[], texts: DraftTexts): string {
  return JSON.stringify([rows.filter((row) => !isBlank(row)).map(lineOf), texts])
}
