import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useToasts } from '@/shared/ui/toasts'
import { useActionDialog } from '../kernel/useActionDialog'

/** What of a duplicate may be kept instead of the survivor's. */
export const TAKEN = ['name', 'address', 'language', 'segment', 'invoice_delivery', 'billing_day'] as const

/** Two customers who are one: the dialog that compares them, and the way from the former's address to who he is. */
export function useMergeCustomers() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const router = useRouter()
  const toasts = useToasts()

  function merge(survivor: string, duplicate = ''): void {
    dialog.open({
      name: 'crm.merge_customers',
      given: { survivor },
      proposed: { duplicate },
      title: t('merge.into', { number: survivor }),
      verb: t('merge.now'),
      choices: { take: TAKEN.map((value) => ({ value, label: t(`choice.take_${value}`) })) },
      icon: 'users',
      told: t('merge.done', { number: survivor }),
      done: () => void router.push(`/customers/${survivor}`),
    })
  }

  /** Go on to who a customer is, when the number asked for was merged into another. */
  function goOn(asked: string, found: string): void {
    toasts.say(t('merge.led_to', { asked, found }), { icon: 'users' })
    void router.replace(`/customers/${found}`)
  }

  return { merge, goOn }
}
