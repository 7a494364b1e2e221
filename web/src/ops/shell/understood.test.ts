import { expect, it } from 'vitest'
import type { ActionDescription } from '@/shared/api/types'
import { inputFor, partsOf, readAs } from './understood'

it('reads a verb, a record and a reason', () => {
  expect(readAs('Suspendre un abonnement', 'suspendre tremblay pour non-paiement')).toEqual({
    words: ['suspendre'],
    distance: 1,
    record: 'tremblay',
    reason: 'non-paiement',
  })
  expect(readAs('Suspend a subscription', 'susp the C-42 because he asked')).toEqual({
    words: ['susp'],
    distance: 1,
    record: 'C-42',
    reason: 'he asked',
  })
})

it('knows a verb by its stem', () => {
  expect(readAs('Noter une suspension', 'suspendre tremblay')?.record).toBe('tremblay')
})

it('finds the name nearest to what was said', () => {
  const distance = (label: string) => readAs(label, 'suspendre tremblay')?.distance
  expect(distance('Noter une suspension')).toBeLessThan(distance('Noter la fin d’une suspension') ?? 0)
  expect(distance('Suspendre un abonnement')).toBeLessThan(distance('Noter une suspension') ?? 0)
})

it('takes a name of a person for no verb', () => {
  expect(readAs('Suspendre un abonnement', 'tremblay suspendre')).toBeNull()
  expect(readAs('Suspendre un abonnement', 's')).toBeNull()
})

it('finds the input that takes a kind of record', () => {
  const action = {
    input: {
      properties: {
        reason: { type: 'string' },
        job: { anyOf: [{ type: 'string', format: 'ref:job' }, { type: 'null' }] },
        customer: { type: 'string', format: 'ref:customer' },
      },
    },
  } as unknown as ActionDescription
  expect(inputFor(action, 'customer')).toBe('customer')
  expect(inputFor(action, 'job')).toBe('job')
  expect(inputFor(action, 'invoice')).toBeNull()
})

it('says where each part of what was typed stands', () => {
  const typed = 'suspendre Tremblay Sylvie pour  non-paiement '
  const parts = partsOf('Suspendre un abonnement', typed)
  expect(parts.map(({ kind, text }) => [kind, text])).toEqual([
    ['verb', 'suspendre'],
    ['record', 'Tremblay Sylvie'],
    ['reason', 'non-paiement'],
  ])
  expect(parts.every(({ text, from, to }) => typed.slice(from, to) === text)).toBe(true)
  expect(partsOf('Suspendre un abonnement', 'susp un abon').map(({ text }) => text)).toEqual(['susp un abon'])
  expect(partsOf('Suspendre un abonnement', 'tremblay')).toEqual([])
})
