import { beforeEach, expect, it, vi } from 'vitest'
import { usePaymentVerbs } from './usePaymentVerbs'

const opened = vi.fn()
const allowed = new Set(['allocate', 'unallocate', 'reverse_payment'])
vi.mock('../kernel/useActionDialog', () => ({ useActionDialog: () => ({ open: opened }) }))
vi.mock('../kernel/useActions', () => ({
  useActions: () => ({
    action: (name: string) => ({
      label: name,
      harmful: false,
      allowed: allowed.has(name.split('.')[1] ?? ''),
    }),
  }),
}))
vi.mock('@/shared/domain/dates', () => ({ today: () => '2026-11-23' }))

const payment = { number: 'PAY-1', amount: '50.00', mode: 'cheque', reversed: false, unapplied: '0.00' }
const keys = (one: Parameters<ReturnType<typeof usePaymentVerbs>['verbsOf']>[0]) =>
  usePaymentVerbs()
    .verbsOf(one)
    .map(({ key }) => key.split('.')[1])

beforeEach(() => opened.mockClear())

it('offers what the payment’s state allows', () => {
  expect(keys(payment)).toEqual(['reverse_payment'])
  expect(keys({ ...payment, unapplied: '5.00' })).toEqual(['allocate', 'reverse_payment'])
  expect(keys({ ...payment, applied: ['F-1', 'F-2'] })).toEqual(['unallocate', 'reverse_payment'])
  expect(keys({ ...payment, reversed: true })).toEqual([])
  expect(keys({ ...payment, amount: '-50.00', mode: 'reversal' })).toEqual([])
})

it('begins each with what is known, and nothing for who may not', () => {
  const [undo, reverse] = usePaymentVerbs().verbsOf({ ...payment, applied: ['F-1'] })
  undo?.run()
  reverse?.run()
  expect(opened.mock.calls.map(([{ name, given, proposed }]) => [name, given, proposed])).toEqual([
    ['payments.unallocate', { credit: 'PAY-1' }, { document: 'F-1' }],
    ['payments.reverse_payment', { payment: 'PAY-1' }, { on: '2026-11-23' }],
  ])
  allowed.delete('reverse_payment')
  expect(keys(payment)).toEqual([])
})
