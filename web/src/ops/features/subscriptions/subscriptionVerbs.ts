import type { IconName } from '@/shared/ui/icon-names'

/** A verb of a subscription, and the states in which it can be done. */
export interface Known {
  key: string
  action: string
  icon: IconName
  states: string[]
  /** Starts on a day: today is proposed. */
  dated?: boolean
}

const LIVE = ['active', 'suspended', 'paused']
/** The verbs in the order of a menu; the first that fits the state is the page's one next action. */
export const SUBSCRIPTION_VERBS: Known[] = [
  { key: 'activate', action: 'activate_subscription', icon: 'power', states: ['pending'], dated: true },
  {
    key: 'reactivate',
    action: 'reactivate_subscription',
    icon: 'power',
    states: ['suspended', 'paused'],
    dated: true,
  },
  { key: 'change_item', action: 'change_item', icon: 'arrow-left-right', states: LIVE, dated: true },
  {
    key: 'set_price',
    action: 'set_price_override',
    icon: 'pencil',
    states: ['pending', ...LIVE],
    dated: true,
  },
  { key: 'pause', action: 'pause_subscription', icon: 'snowflake', states: ['active'], dated: true },
  {
    key: 'suspend',
    action: 'suspend_subscription',
    icon: 'circle-pause',
    states: ['active', 'paused'],
    dated: true,
  },
  { key: 'plan', action: 'plan_change', icon: 'calendar-clock', states: LIVE },
  {
    key: 'cancel',
    action: 'cancel_subscription',
    icon: 'circle-slash',
    states: ['pending', ...LIVE],
    dated: true,
  },
]

/** The states in which each action can be done. */
export const SUBSCRIPTION_STATES = SUBSCRIPTION_VERBS.map(
  ({ action, states }) => [`subscriptions.${action}`, states] as const,
)
