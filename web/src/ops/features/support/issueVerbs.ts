import type { IconName } from '@/shared/ui/icon-names'

/** A verb of an issue, and the states in which it can be done. */
export interface Known {
  key: string
  icon: IconName
  states: string
  /** Done at once: there is nothing to fill in, and it can be taken back. */
  direct?: boolean
}

const OPEN = 'open in_progress waiting'
/** In the order of a menu; the first that fits is the next step. */
export const ISSUE_VERBS: Known[] = [
  { key: 'start', icon: 'play', states: 'open waiting', direct: true },
  { key: 'close', icon: 'lock', states: 'resolved', direct: true },
  { key: 'resolve', icon: 'check', states: OPEN },
  { key: 'reopen', icon: 'undo-2', states: 'resolved closed' },
  { key: 'assign', icon: 'user', states: `${OPEN} resolved` },
  { key: 'wait_for', icon: 'clock', states: 'open in_progress' },
  { key: 'edit', icon: 'pencil', states: `${OPEN} resolved` },
]
const APP = 'support'
/** The states in which each action can be done. */
export const ISSUE_STATES = ISSUE_VERBS.map(
  ({ key, states }) => [`${APP}.${key}_issue`, states.split(' ')] as const,
)
