import { expect, it } from 'vitest'
import { kindOf, mayBeNothing, same, typed } from './settingField'

const AMOUNT = { anyOf: [{ type: 'number', minimum: 0 }, { type: 'string' }], format: 'money' }

it.each([
  ['billing.due_days', { type: 'integer', minimum: 0, maximum: 90 }, 'number'],
  ['billing.interest_minimum', AMOUNT, 'amount'],
  ['billing.explain_from', { anyOf: [AMOUNT, { type: 'null' }] }, 'amount'],
  ['network.address_days', { anyOf: [{ const: 0, type: 'integer' }, { type: 'integer' }] }, 'number'],
  ['sales.seven_day_clause', { type: 'boolean' }, 'flag'],
  ['sales.signing_provider', { type: 'string', enum: ['none'] }, 'choice'],
  ['company.address', { type: 'string', maxLength: 120 }, 'text'],
  ['company.pay_url', { type: 'string', maxLength: 200, pattern: '^https' }, 'text'],
  ['company.terms', { type: 'object', additionalProperties: { type: 'string' } }, 'by_key'],
  ['company.contact', { type: 'object', additionalProperties: { type: 'array' } }, 'lines_by_key'],
  ['billing.municipal_tax_911', { type: 'object', patternProperties: { '^20': AMOUNT } }, 'by_year'],
])('%s is written as %3$s', (key, schema, kind) => expect(kindOf(key, schema as never)).toBe(kind))

it('keeps numbers as numbers, amounts as text, and nothing where nothing may be', () => {
  expect(typed('number', ' 25 ', { type: 'integer' })).toBe(25)
  expect(typed('number', 'bientôt', { type: 'integer' })).toBe('bientôt')
  expect(typed('amount', '1 234,56 $', AMOUNT as never)).toBe('1234.56')
  expect(typed('amount', '', { anyOf: [AMOUNT, { type: 'null' }] } as never)).toBeNull()
  expect(typed('text', '', { type: 'string' })).toBe('')
  expect(mayBeNothing(AMOUNT as never)).toBe(false)
})

it('knows an unchanged value in another order', () => {
  expect(same({ fr: 'a', en: 'b' }, { en: 'b', fr: 'a' })).toBe(true)
  expect(same({ fr: 'a' }, { fr: 'b' })).toBe(false)
})
