import { useI18n } from 'vue-i18n'
import { today } from '@/shared/domain/dates'
import type { IconName } from '@/shared/ui/icon-names'
import { useActionDialog } from '../kernel/useActionDialog'
import { useActions } from '../kernel/useActions'
import type { ActionInput } from '../kernel/usePerformAction'

/** What a verb needs to know of a subscription. */
export interface Verbed {
  number: string
  state: string
  item: string
}

/** One thing that can be done to a subscription, by its dialog and preview. */
export interface SubscriptionVerb {
  key: string
  action: string
  icon: IconName
  label: string
  run: () => void
}

interface Known {
  key: string
  action: string
  icon: IconName
  states: string[]
  /** Starts on a day: today is proposed. */
  dated?: boolean
}

const LIVE = ['active', 'suspended', 'paused']
/** The verbs in the order of a menu; the first that fits the state is the page's one next action. */
const known: Known[] = [
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

/** What can be done to a subscription in its state, by whoever is here. */
export function useSubscriptionVerbs() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const { can } = useActions()

  function open(verb: Known, row: Verbed): void {
    const proposed: ActionInput = verb.dated ? { on: today() } : {}
    dialog.open({
      name: `subscriptions.${verb.action}`,
      given: { subscription: row.number },
      proposed,
      title: t('subscription.verb_of', { verb: t(`subscription.${verb.key}`), item: row.item }),
      verb: t(`subscription.${verb.key}`),
      icon: verb.icon,
    })
  }

  return (row: Verbed): SubscriptionVerb[] =>
    known
      .filter(({ states, action }) => states.includes(row.state) && can(`subscriptions.${action}`))
      .map((verb) => ({
        key: verb.key,
        action: verb.action,
        icon: verb.icon,
        label: t(`subscription.${verb.key}`),
        run: () => open(verb, row),
      }))
}
