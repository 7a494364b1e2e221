import { beforeEach, expect, it, vi } from 'vitest'
import type { PaymentMethod } from '@/shared/api/types'
import { usePaymentMethodVerbs } from './usePaymentMethodVerbs'

const opened = vi.fn()
vi.mock('vue-i18n', () => ({ useI18n: () => ({ t: (key: string) => key }) }))
vi.mock('../kernel/useActionDialog', () => ({ useActionDialog: () => ({ open: opened }) }))

const account: PaymentMethod = {
  id: 7,
  kind: 'bank',
  state: 'active',
  invalid_because: '',
  autopay: false,
  holder: 'Jeanne Roy',
  institution: '815',
  brand: 'Desjardins',
  last4: '4821',
  expires: null,
  ceiling: '200.00',
  buffer: '0.00',
  fixed_amount: null,
  mandate_on: '2026-11-02',
  mandate_how: 'paper',
  created_at: '2026-11-02T15:00:00Z',
}
const keys = (row: PaymentMethod) =>
  usePaymentMethodVerbs()
    .verbsOf(row)
    .map(({ key }) => key)
const run = (row: PaymentMethod, wanted: string) =>
  usePaymentMethodVerbs()
    .verbsOf(row)
    .find(({ key }) => key === wanted)
    ?.run()

beforeEach(() => opened.mockClear())

it('offers what the method’s state allows', () => {
  expect(keys(account)).toEqual(['on', 'remove'])
  expect(keys({ ...account, autopay: true })).toEqual(['on', 'off', 'remove'])
  expect(keys({ ...account, state: 'invalid' })).toEqual(['remove'])
  expect(keys({ ...account, state: 'inactive' })).toEqual([])
})

it('asks for the agreement where the holder has given none', () => {
  run({ ...account, mandate_on: null }, 'on')
  run(account, 'on')
  run({ ...account, kind: 'stripe', mandate_on: null }, 'on')
  expect(opened.mock.calls.map(([{ fields }]) => fields[0])).toEqual(['mandate_on', 'ceiling', 'ceiling'])
})

it('keeps the amounts of a method that stops to pay by itself', () => {
  run({ ...account, autopay: true }, 'off')
  expect(opened.mock.calls[0]?.[0]).toMatchObject({
    given: { method: 7, on: false, ceiling: '200.00', buffer: '0.00', fixed_amount: null },
    fields: [],
  })
})

it('says which right each takes', () => {
  expect(
    usePaymentMethodVerbs()
      .verbsOf(account)
      .map(({ may }) => may),
  ).toEqual(['payments.set_autopay', 'payments.deactivate_payment_method'])
})
