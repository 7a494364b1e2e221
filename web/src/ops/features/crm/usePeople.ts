import { useI18n } from 'vue-i18n'
import type { ContactPoint } from '@/shared/api/types'
import { useToasts } from '@/shared/ui/toasts'
import { useRefusalText } from '@/shared/ui/useRefusalText'
import { useActionDialog } from '../kernel/useActionDialog'
import { usePerformAction, type ActionInput } from '../kernel/usePerformAction'

/** What is done to the people of a customer: what can be taken back is done at once, the rest is shown before. */
export function usePeople(customer: () => string) {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const toasts = useToasts()
  const say = useRefusalText()
  const act = usePerformAction()

  async function doAtOnce(name: string, input: ActionInput, told: string): Promise<void> {
    try {
      await act.mutateAsync({ name, input, told })
    } catch (refused) {
      toasts.say(say(refused), { icon: 'circle-alert' })
    }
  }

  return {
    add: () =>
      dialog.open({
        name: 'crm.add_contact',
        given: { customer: customer() },
        icon: 'user',
      }),
    addPoint: (contact: number, name: string) =>
      dialog.open({
        name: 'crm.add_contact_point',
        given: { customer: customer(), contact },
        title: t('crm.add_point_of', { name }),
        icon: 'phone',
      }),
    change: (point: ContactPoint, given: { valid?: boolean; for_billing?: boolean }) =>
      doAtOnce(
        'crm.update_contact_point',
        { customer: customer(), point: point.id, ...given },
        t('edit.saved', { label: t(`customer.point_${point.kind}`) }),
      ),
    removePoint: (point: ContactPoint) =>
      doAtOnce('crm.remove_contact_point', { customer: customer(), point: point.id }, t('crm.point_removed')),
  }
}
