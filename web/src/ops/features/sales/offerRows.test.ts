import { expect, it } from 'vitest'
import { isBlankRow, isWholeRow, lineGiven, newOfferRow, rowsOfLines } from './offerRows'

it('says what a line lacks before the server is asked', () => {
  expect(isBlankRow(newOfferRow())).toBe(true)
  expect(isWholeRow(newOfferRow({ words: 'Sur mesure' }))).toBe(false)
  expect(isWholeRow(newOfferRow({ item: 'NET1' }))).toBe(true)
  expect(isWholeRow(newOfferRow({ item: 'NET1', off: '15' }))).toBe(false)
  expect(isWholeRow(newOfferRow({ item: 'NET1', off: '15', cycles: '12' }))).toBe(true)
  expect(isWholeRow(newOfferRow({ item: 'NET1', quantity: '0' }))).toBe(false)
})

it('writes amounts as the server reads them, and a discount on what is monthly only', () => {
  const typed = { words: 'Fibre', price: '74,95', off: '15,00', cycles: '12' }
  expect(lineGiven(newOfferRow(typed))).toEqual({
    cycle: 'monthly',
    quantity: '1',
    description: 'Fibre',
    unit_price: '74.95',
    off_amount: '15.00',
    off_cycles: 12,
  })
  expect(lineGiven(newOfferRow({ ...typed, cycle: 'once' }))).not.toHaveProperty('off_amount')
})

it('takes saved lines up again', () => {
  const [row] = rowsOfLines([
    {
      cycle: 'once',
      item: null,
      description: 'Poteau',
      quantity: '2',
      unit_price: '40.0000',
      amount: '80.00',
      taxable: true,
      off_amount: null,
      off_percent: null,
      off_cycles: null,
      off_words: '',
    },
  ])
  expect(row).toMatchObject({ cycle: 'once', item: '', words: 'Poteau', quantity: '2', off: '', cycles: '' })
})
