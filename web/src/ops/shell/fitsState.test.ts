import { expect, it } from 'vitest'
import { fitsState, stateOf } from './fitsState'

it('knows in which states an action can be done', () => {
  expect(fitsState('subscriptions.suspend_subscription', 'active')).toBe(true)
  expect(fitsState('subscriptions.suspend_subscription', 'cancelled')).toBe(false)
  // One action of two verbs: a job is begun, and gone on with.
  expect(
    ['published', 'in_progress', 'completed'].map((state) => fitsState('dispatch.start_job', state)),
  ).toEqual([true, true, false])
  expect(fitsState('support.resolve_issue', 'closed')).toBe(false)
})

it('leaves to the preview what it does not know', () => {
  expect(fitsState('billing.credit_invoice', 'paid')).toBe(true)
  expect(fitsState('support.resolve_issue', undefined)).toBe(true)
})

it('finds the state in what a page read', () => {
  expect(stateOf({ status: 'open' })).toBe('open')
  expect(stateOf({ header: { state: 'paused' } })).toBe('paused')
  expect(stateOf(undefined)).toBeUndefined()
})
