import { expect, it } from 'vitest'
import type { Invoice } from '@/shared/api/types'
import { contentOf, isBlank, lacks, lineOf, moved, newRow, rowsOf } from './draftRows'

const NO_TEXTS = { po_number: '', message: '', notes: '', due_date: '' }

it('says what a line lacks, and nothing of a blank one', () => {
  expect(isBlank(newRow({ location: 'LOC-00001' }))).toBe(true)
  expect(lacks(newRow())).toEqual([])
  expect(lacks(newRow({ item: 'CABLE' }))).toEqual([])
  expect(lacks(newRow({ price: '10' }))).toEqual(['words', 'account'])
  expect(lacks(newRow({ words: 'Poteau', price: '10', account: '4070' }))).toEqual([])
  expect(lacks(newRow({ item: 'CABLE', since: '2026-11-01' }))).toEqual(['period'])
  expect(lacks(newRow({ item: 'CABLE', since: '2026-11-02', until: '2026-11-01' }))).toEqual(['period'])
})

it('writes a line as the action takes it: an item knows its price, account and taxes', () => {
  const days = { since: '2026-11-01', until: '2026-11-30' }
  expect(
    lineOf(newRow({ item: 'CABLE ', quantity: '2,5', price: '1 234,5678 $', account: '4070', ...days })),
  ).toEqual({
    item: 'CABLE',
    quantity: '2.5',
    unit_price: '1234.5678',
    first_day: '2026-11-01',
    last_day: '2026-11-30',
  })
  expect(
    lineOf(newRow({ words: ' Poteau ', price: '-10', account: '4070', quantity: '', location: 'LOC-00001' })),
  ).toEqual({
    account: '4070',
    taxable: true,
    quantity: '1',
    unit_price: '-10',
    description: 'Poteau',
    location: 'LOC-00001',
  })
})

it('moves a line up and down, and not past the ends', () => {
  const rows = [newRow(), newRow(), newRow()]
  const [a, b, c] = rows.map(({ key }) => key) as [number, number, number]
  const order = (key: number, by: number) => moved(rows, key, by).map((row) => row.key)
  expect(order(c, -1)).toEqual([a, c, b])
  expect(order(a, 1)).toEqual([b, a, c])
  expect(order(a, -1)).toEqual([a, b, c])
  expect(order(c, 1)).toEqual([a, b, c])
})

it('reads a saved draft in the order of its lines, its period with its last day inside, its price short', () => {
  const line = {
    description: 'Câble',
    quantity: '3',
    unit_price: '12.3450',
    taxable: true,
    revenue_account: '4070',
  }
  const draft = {
    locations: [
      { number: '', lines: [{ ...line, position: 2, sku: '', period_start: null, period_end: null }] },
      {
        number: 'LOC-00001',
        lines: [{ ...line, position: 1, sku: 'CABLE', period_start: '2026-11-01', period_end: '2026-12-01' }],
      },
    ],
  } as unknown as Invoice
  const rows = rowsOf(draft, 'fr')
  expect(rows).toMatchObject([
    {
      item: 'CABLE',
      words: 'Câble',
      quantity: '3',
      price: '12,345',
      account: '',
      taxable: true,
      location: 'LOC-00001',
      since: '2026-11-01',
      until: '2026-11-30',
    },
    {
      item: '',
      words: 'Câble',
      quantity: '3',
      price: '12,345',
      account: '4070',
      taxable: true,
      location: '',
      since: '',
      until: '',
    },
  ])
  const content = contentOf(rows, NO_TEXTS)
  expect(contentOf([...rows, newRow()], NO_TEXTS)).toBe(content)
  expect(contentOf(moved(rows, rows[0]!.key, 1), NO_TEXTS)).not.toBe(content)
})
