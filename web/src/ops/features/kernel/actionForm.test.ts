import { expect, it } from 'vitest'
import type { ActionDescription, JsonSchema } from '@/shared/api/types'
import { firstValues, formFields, inputOf } from './actionForm'

const action = (input: JsonSchema, fields: Record<string, string> = {}): ActionDescription => ({
  name: 'a.b',
  permission: 'a.b',
  label: 'Faire',
  about: '',
  harmful: false,
  undo: '',
  allowed: true,
  input,
  fields,
})

const suspend = action(
  {
    type: 'object',
    required: ['customer', 'reason', 'on'],
    properties: {
      customer: { type: 'string', format: 'ref:customer' },
      reason: { $ref: '#/$defs/Reason' },
      on: { type: 'string', format: 'date' },
      note: { anyOf: [{ type: 'string', format: 'long', maxLength: 500 }, { type: 'null' }], default: null },
      pinned: { type: 'boolean', default: true },
      number: { type: 'integer', default: 3 },
      tags: { type: 'array', items: { type: 'string' }, default: [] },
    },
    $defs: { Reason: { enum: ['non_payment', 'fraud'], type: 'string' } },
  },
  { customer: 'Client', reason: 'Motif' },
)

it('asks for what isn’t given, each in its way', () => {
  const fields = formFields(suspend, { customer: 'C-1' })
  expect(fields.map(({ name, kind, required, label }) => [name, kind, required, label])).toEqual([
    ['reason', 'choice', true, 'Motif'],
    ['on', 'day', true, 'on'],
    ['note', 'long', false, 'note'],
    ['pinned', 'flag', false, 'pinned'],
    ['number', 'whole', false, 'number'],
    ['tags', 'lines', false, 'tags'],
  ])
  expect(fields[0]?.options).toEqual(['non_payment', 'fraud'])
  expect(fields[2]?.maxLength).toBe(500)
  expect(formFields(suspend, {})[0]?.record).toBe('customer')
})

it('begins with what is proposed, else the default', () => {
  const fields = formFields(suspend, { customer: 'C-1' })
  expect(firstValues(suspend, fields, { on: '2026-11-30', tags: ['a', 'b'] }, 'fr')).toEqual({
    reason: 'non_payment',
    on: '2026-11-30',
    note: '',
    pinned: 'true',
    number: '3',
    tags: 'a\nb',
  })
})

it('makes the input, or nothing while something required is missing', () => {
  const given = { customer: 'C-1' }
  const fields = formFields(suspend, given)
  expect(inputOf(fields, { reason: 'fraud', on: '', note: 'x' }, given)).toBeNull()
  expect(
    inputOf(
      fields,
      { reason: 'fraud', on: '2026-11-30', note: ' ', pinned: '', number: '4', tags: 'a\n\n b' },
      given,
    ),
  ).toEqual({
    customer: 'C-1',
    reason: 'fraud',
    on: '2026-11-30',
    pinned: false,
    number: 4,
    tags: ['a', 'b'],
  })
})

const DECIMAL: JsonSchema = { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^x$' }] }

it('writes an amount as its reader does', () => {
  const pay = action({ type: 'object', required: ['amount'], properties: { amount: DECIMAL } })
  const fields = formFields(pay, {})
  expect(firstValues(pay, fields, { amount: '535.98' }, 'fr')).toEqual({ amount: '535,98' })
  expect(firstValues(pay, fields, { amount: '535.98' }, 'en')).toEqual({ amount: '535.98' })
  expect(inputOf(fields, { amount: '535,98' }, {})).toEqual({ amount: '535.98' })
})

it('lets the server refuse what it can’t read, and reads amounts as people write them', () => {
  const pay = action({
    type: 'object',
    required: ['amount', 'count'],
    properties: {
      amount: DECIMAL,
      least: { anyOf: [{ ...DECIMAL, format: 'money' }, { type: 'null' }], default: null },
      lines: { anyOf: [{ type: 'array', items: { $ref: '#/$defs/Line' } }, { type: 'null' }] },
      count: { type: 'integer' },
    },
  })
  const fields = formFields(pay, {})
  expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
    ['amount', 'amount'],
    ['least', 'amount'],
    ['count', 'whole'],
  ])
  expect(inputOf(fields, { amount: '1\u00a0234,56 $', count: 'trois' }, {})).toEqual({
    amount: '1234.56',
    count: 'trois',
  })
})
