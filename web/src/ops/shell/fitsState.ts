import { JOB_STATES } from '../features/dispatch/jobVerbs'
import { SUBSCRIPTION_STATES } from '../features/subscriptions/subscriptionVerbs'
import { ISSUE_STATES } from '../features/support/issueVerbs'

const states = new Map<string, Set<string>>()
for (const [action, those] of [...SUBSCRIPTION_STATES, ...JOB_STATES, ...ISSUE_STATES]) {
  const known = states.get(action) ?? new Set()
  those.forEach((state) => known.add(state))
  states.set(action, known)
}

/** Whether a record's state allows an action; of what isn't known, the preview says it. */
export function fitsState(action: string, state: string | null | undefined): boolean {
  const allowing = states.get(action)
  return !state || !allowing || allowing.has(state)
}

/** The state of a record, of what its page read. */
export function stateOf(page: unknown): string | undefined {
  const { status, header } = (page ?? {}) as { status?: string; header?: { state?: string } }
  return status ?? header?.state
}
