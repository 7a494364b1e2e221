import { useI18n } from 'vue-i18n'
import type { ContactPoint } from '@/shared/api/types'
import { useToasts } from '@/shared/ui/toasts'
import { useRefusalText } from '@/shared/ui/useRefusalText'
import { useActionDialog } from '../kernel/useActionDialog'
import { usePerformAction, type ActionInput } from '../kernel/usePerformAction'
import { useTakeBack } from '../kernel/useTakeBack'

/** What is done to the people of a customer: what can be taken back is done at once, the rest is shown before. */
export function usePeople(customer: () => string) {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const toasts = useToasts()
  const say = useRefusalText()
  const act = usePerformAction()
  const takeBack = useTakeBack()

  /** Do what has an opposite, and offer it. */
  async function doAtOnce(
    name: string,
    input: ActionInput,
    told: string,
    back: { name: string; input: ActionInput },
  ): Promise<void> {
    try {
      await act.mutateAsync({ name, input })
      toasts.say(told, { undo: () => takeBack(back) })
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
        undo: (contact) => ({ name: 'crm.remove_contact', input: { customer: customer(), contact } }),
      }),
    addPoint: (contact: number, name: string) =>
      dialog.open({
        name: 'crm.add_contact_point',
        given: { customer: customer(), contact },
        title: t('crm.add_point_of', { name }),
        icon: 'phone',
        undo: (point) => ({ name: 'crm.remove_contact_point', input: { customer: customer(), point } }),
      }),
    change: (point: ContactPoint, given: { valid?: boolean; for_billing?: boolean }) => {
      const of = { customer: customer(), point: point.id }
      const before = Object.fromEntries(
        Object.keys(given).map((field) => [field, point[field as keyof typeof given]]),
      )
      return doAtOnce(
        'crm.update_contact_point',
        { ...of, ...given },
        t('edit.saved', { label: t(`customer.point_${point.kind}`) }),
        { name: 'crm.update_contact_point', input: { ...of, ...before } },
      )
    },
    removePoint: (contact: number, point: ContactPoint) => {
      const { kind, for_billing, valid, extension } = point
      const value = extension ? `${point.value} x${extension}` : point.value
      return doAtOnce(
        'crm.remove_contact_point',
        { customer: customer(), point: point.id },
        t('crm.point_removed'),
        {
          name: 'crm.add_contact_point',
          input: { customer: customer(), contact, kind, value, for_billing, valid },
        },
      )
    },
  }
}
