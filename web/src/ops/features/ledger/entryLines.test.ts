import { expect, it } from 'vitest'
import { entryLines, missingOf, positionOf, sideOf } from './entryLines'

const line = (account: string, debit = '', credit = '') => ({ account, debit, credit })

it('takes the lines that say something, with their amounts as the server reads them', () => {
  expect(entryLines([line('1020', '1 234,5'), line('6100', '', '1234.50 $'), line('')])).toEqual([
    { account: '1020', debit: '1234.5' },
    { account: '6100', credit: '1234.50' },
  ])
  expect(entryLines([line('', 'douze')])).toEqual([{ account: '', debit: 'douze' }])
})

it('knows where a line stands among those that are sent', () => {
  const lines = [line('1020', '5'), line(''), line('6100', '', '5')]
  expect([positionOf(lines, 0), positionOf(lines, 2)]).toEqual([0, 1])
})

it('adds each side up to the cent and says what is missing, and where', () => {
  const lines = [line('1020', '0,10'), line('1020', '0,20'), line('6100', '', '0,25')]
  expect([sideOf(lines, 'debit'), sideOf(lines, 'credit')]).toEqual(['0.30', '0.25'])
  expect(missingOf(lines)).toEqual({ side: 'credit', amount: '0.05' })
  expect(missingOf([...lines, line('6100', '', '0,05')])).toBeNull()
  expect(missingOf([line('6100', '', '999999999999999,99')])).toEqual({
    side: 'debit',
    amount: '999999999999999.99',
  })
})

it('counts what is no amount for nothing', () => {
  expect(sideOf([line('1020', 'douze'), line('1020', '1,005'), line('1020', '-3')], 'debit')).toBe('0.00')
})
