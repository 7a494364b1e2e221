import type { IconName } from '@/shared/ui/icon-names'

/** Meaning of a colour: good, attention, act now, in progress, not real yet, plain. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'draft' | 'plain'

/** How a state is shown: its colour always goes with an icon and a word (`status.<kind>.<state>`). */
export interface Look {
  tone: Tone
  icon: IconName
}

const active: Look = { tone: 'good', icon: 'circle-check' }
const suspended: Look = { tone: 'bad', icon: 'circle-pause' }
const ended: Look = { tone: 'plain', icon: 'circle-slash' }
const waiting: Look = { tone: 'warn', icon: 'clock' }
const draft: Look = { tone: 'draft', icon: 'pencil-line' }
const running: Look = { tone: 'info', icon: 'loader' }
const done: Look = { tone: 'good', icon: 'check' }
const failed: Look = { tone: 'bad', icon: 'octagon-alert' }

const looks = {
  customer: { prospect: draft, active, suspended, terminated: ended },
  subscription: {
    pending: waiting,
    active,
    suspended,
    paused: { tone: 'info', icon: 'snowflake' },
    cancelled: ended,
  },
  drop: {
    planned: { tone: 'info', icon: 'calendar-clock' },
    serviceable: { tone: 'plain', icon: 'map-pin-house' },
    connected: active,
  },
  equipment: {
    in_stock: { tone: 'plain', icon: 'inbox' },
    active,
    defective: { tone: 'bad', icon: 'triangle-alert' },
    returned: { tone: 'warn', icon: 'undo-2' },
    lost: { tone: 'bad', icon: 'circle-help' },
  },
  interest: { waiting, told: done, withdrawn: ended },
  change: {
    planned: { tone: 'info', icon: 'calendar-clock' },
    applied: done,
    refused: failed,
    withdrawn: ended,
  },
  quotation: {
    draft,
    sent: { tone: 'info', icon: 'send' },
    accepted: done,
    declined: ended,
    expired: ended,
  },
  contract: {
    draft,
    sent: { tone: 'info', icon: 'send' },
    signed: done,
    cancelled: ended,
    expired: ended,
  },
  price_change: {
    planned: { tone: 'info', icon: 'calendar-clock' },
    effective: done,
    withdrawn: ended,
  },
  rate: {
    planned: { tone: 'info', icon: 'calendar-clock' },
    active: done,
    ended,
    replaced: { tone: 'plain', icon: 'undo-2' },
  },
  print: { making: running, ready: done, expired: ended },
  spared: {
    planned: { tone: 'info', icon: 'calendar-clock' },
    active: done,
    ended,
    withdrawn: { tone: 'plain', icon: 'undo-2' },
  },
  invoice: {
    draft,
    open: { tone: 'plain', icon: 'send' },
    partly: { tone: 'warn', icon: 'circle-dot-dashed' },
    paid: done,
    written_off: ended,
    overdue: { tone: 'bad', icon: 'triangle-alert' },
    credit: { tone: 'info', icon: 'hand-coins' },
    used: ended,
  },
  payment: {
    pending: waiting,
    received: done,
    cleared: done,
    returned: { tone: 'bad', icon: 'undo-2' },
    reversed: { tone: 'plain', icon: 'undo-2' },
  },
  shadow_cycle: { computed: { tone: 'info', icon: 'clock' }, compared: done },
  difference: {
    open: waiting,
    explained: done,
    accepted: { tone: 'plain', icon: 'handshake' },
    mended: { tone: 'good', icon: 'wrench' },
  },
  charge: {
    waiting,
    later: { tone: 'plain', icon: 'calendar-clock' },
    forbidden: { tone: 'bad', icon: 'scale' },
    billed: done,
    withdrawn: { tone: 'plain', icon: 'undo-2' },
  },
  arrangement: {
    pending: waiting,
    open: { tone: 'warn', icon: 'handshake' },
    kept: done,
    broken: { tone: 'bad', icon: 'triangle-alert' },
    cancelled: ended,
  },
  suspension: {
    running: suspended,
    ahead: { tone: 'info', icon: 'calendar-clock' },
    ended,
  },
  price_notice: {
    unsent: waiting,
    late: { tone: 'bad', icon: 'triangle-alert' },
    sent: done,
    withdrawn: { tone: 'plain', icon: 'undo-2' },
  },
  message: {
    queued: waiting,
    sending: running,
    sent: { tone: 'plain', icon: 'send' },
    delivered: done,
    failed,
    suppressed: ended,
  },
  webhook: { on: active, failing: { tone: 'bad', icon: 'triangle-alert' }, off: ended },
  login: {
    in: done,
    refused: { tone: 'bad', icon: 'circle-alert' },
    braked: waiting,
    locked: { tone: 'bad', icon: 'lock' },
    half: { tone: 'info', icon: 'clock' },
    out: { tone: 'plain', icon: 'log-out' },
  },
  tax: { now: active, planned: { tone: 'info', icon: 'clock' }, before: ended, over: ended, none: ended },
  token: { live: active, expired: waiting, revoked: ended },
  background: { doing: running, failed },
  delivery: { pending: waiting, sending: running, done, failed },
  job: {
    draft,
    ready: waiting,
    scheduled: { tone: 'plain', icon: 'calendar-clock' },
    published: { tone: 'info', icon: 'send' },
    en_route: { tone: 'info', icon: 'truck' },
    in_progress: { tone: 'info', icon: 'wrench' },
    completed: done,
    incomplete: { tone: 'bad', icon: 'triangle-alert' },
    cancelled: ended,
  },
  issue: {
    open: { tone: 'warn', icon: 'life-buoy' },
    in_progress: { tone: 'info', icon: 'play' },
    waiting,
    resolved: done,
    closed: { tone: 'plain', icon: 'lock' },
  },
  technician: {
    available: active,
    en_route: { tone: 'info', icon: 'truck' },
    on_site: { tone: 'info', icon: 'wrench' },
    break: { tone: 'plain', icon: 'circle-pause' },
    off: ended,
  },
  run: {
    preview: { tone: 'draft', icon: 'eye' },
    confirmed: waiting,
    issuing: running,
    done,
    signed: { tone: 'good', icon: 'shield-check' },
  },
  import: {
    waiting,
    running,
    interrupted: { tone: 'warn', icon: 'circle-pause' },
    done,
    failed,
  },
} as const satisfies Record<string, Record<string, Look>>

export type StatusKind = keyof typeof looks

/** How to show a state; one we don't know yet stays grey, with its own name. */
export function lookOf(kind: StatusKind, state: string): Look | null {
  return (looks[kind] as Record<string, Look>)[state] ?? null
}
