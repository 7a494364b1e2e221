import { beforeEach, expect, it, vi } from 'vitest'
import { usePaymentVerbs } from './usePaymentVerbs'

const opened = vi.fn()
vi.mock('../kernel/useActionDialog', () => ({ useActionDialog: () => ({ open: opened }) }))
vi.mock('../kernel/useActions', () => ({
  useActions: () => ({
    action: (name: string) => ({
      label: name,
      harmful: false,
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

it('begins each with what is known, and says which right it takes', () => {
  const [undo, reverse] = usePaymentVerbs().verbsOf({ ...payment, applied: ['F-1'] })
  undo?.run()
  reverse?.run()
  expect(opened.mock.calls.map(([{ name, given, proposed }]) => [name, given, proposed])).toEqual([
    ['payments.unallocate', { credit: 'PAY-1' }, { document: 'F-1' }],
    ['payments.reverse_payment', { payment: 'PAY-1' }, { on: '2026-11-23' }],
  ])
  expect(usePaymentVerbs().verbsOf(payment)[0]?.may).toBe('payments.reverse_payment')
})
