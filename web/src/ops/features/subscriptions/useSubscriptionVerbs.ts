import { useI18n } from 'vue-i18n'
import { today } from '@/shared/domain/dates'
import type { IconName } from '@/shared/ui/icon-names'
import { useActionDialog } from '../kernel/useActionDialog'
import type { ActionInput } from '../kernel/usePerformAction'
import { SUBSCRIPTION_VERBS, type Known } from './subscriptionVerbs'

/** What a verb needs to know of a subscription. */
export interface Verbed {
  number: string
  state: string
  item: string
}

/** One thing that can be done to a subscription, by its dialog and preview. */
export interface SubscriptionVerb {
  key: string
  icon: IconName
  label: string
  may: string
  run: () => void
}

/** What can be done to a subscription in its state, by whoever is here. */
export function useSubscriptionVerbs() {
  const { t } = useI18n()
  const dialog = useActionDialog()

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
    SUBSCRIPTION_VERBS.filter(({ states }) => states.includes(row.state)).map((verb) => ({
      key: verb.key,
      icon: verb.icon,
      label: t(`subscription.${verb.key}`),
      may: `subscriptions.${verb.action}`,
      run: () => open(verb, row),
    }))
}
