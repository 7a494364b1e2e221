import type { IconName } from '@/shared/ui/icon-names'

/** A verb of a job, and the states in which it can be done. */
export interface Known {
  key: string
  action: string
  icon: IconName
  states: string
  /** Done at once, without a dialog: one press with a gloved hand. */
  direct?: boolean
  /** On one's own jobs only. */
  work?: boolean
  harmful?: boolean
}

const PLANNED = 'draft ready scheduled published'
export const JOB_VERBS: Known[] = [
  { key: 'ready', action: 'ready_job', icon: 'check', states: 'draft', direct: true },
  { key: 'publish', action: 'publish_job', icon: 'send', states: 'scheduled' },
  {
    key: 'travel_start',
    action: 'start_travel',
    icon: 'truck',
    states: 'published',
    direct: true,
    work: true,
  },
  {
    key: 'start',
    action: 'start_job',
    icon: 'play',
    states: 'published en_route',
    direct: true,
    work: true,
  },
  { key: 'go_on', action: 'start_job', icon: 'play', states: 'in_progress', direct: true, work: true },
  { key: 'complete', action: 'complete_job', icon: 'check', states: 'in_progress', work: true },
  {
    key: 'pause',
    action: 'pause_job',
    icon: 'circle-pause',
    states: 'in_progress',
    direct: true,
    work: true,
  },
  {
    key: 'turn_back',
    action: 'turn_back',
    icon: 'undo-2',
    states: 'en_route',
    direct: true,
    work: true,
    harmful: true,
  },
  { key: 'schedule', action: 'schedule_job', icon: 'calendar-clock', states: PLANNED },
  { key: 'assign', action: 'assign_job', icon: 'user', states: PLANNED },
  { key: 'edit', action: 'edit_job', icon: 'pencil', states: `${PLANNED} en_route in_progress` },
  { key: 'unassign', action: 'unassign_job', icon: 'undo-2', states: 'scheduled published', harmful: true },
  {
    key: 'leave',
    action: 'leave_incomplete',
    icon: 'triangle-alert',
    states: 'published en_route in_progress',
    work: true,
    harmful: true,
  },
  {
    key: 'early',
    action: 'allow_early_start',
    icon: 'zap',
    states: `${PLANNED} en_route`,
  },
  { key: 'cancel', action: 'cancel_job', icon: 'x', states: `${PLANNED} en_route incomplete`, harmful: true },
  { key: 'reopen', action: 'reopen_job', icon: 'undo-2', states: 'completed incomplete cancelled' },
]

/** The states in which each action can be done. */
export const JOB_STATES = JOB_VERBS.map(
  ({ action, states }) => [`dispatch.${action}`, states.split(' ')] as const,
)
