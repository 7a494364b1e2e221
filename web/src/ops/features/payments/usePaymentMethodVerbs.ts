import { useI18n } from 'vue-i18n'
import type { PaymentMethod } from '@/shared/api/types'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'

const AUTOPAY = 'payments.set_autopay'
const REMOVE = 'payments.deactivate_payment_method'
const AMOUNTS = ['ceiling', 'buffer', 'fixed_amount']
const AGREEMENT = ['mandate_on', 'mandate_how']

/** What can be done to a payment method as it stands: it begins or stops to pay by itself, and it is given up. */
export function usePaymentMethodVerbs() {
  const { t } = useI18n()
  const dialog = useActionDialog()

  /** The amounts it has, so that a verb that asks for none of them leaves them. */
  function amountsOf({ ceiling, buffer, fixed_amount }: PaymentMethod) {
    return { ceiling, buffer, fixed_amount }
  }

  function turnOn(row: PaymentMethod): void {
    const agreed = row.kind !== 'bank' || row.mandate_on
    dialog.open({
      name: AUTOPAY,
      given: { method: row.id, on: true },
      proposed: amountsOf(row),
      fields: agreed ? AMOUNTS : [...AGREEMENT, ...AMOUNTS],
      title: t(row.autopay ? 'methods.amounts' : 'methods.turn_on'),
      icon: row.autopay ? 'pencil' : 'repeat-2',
    })
  }
  function turnOff(row: PaymentMethod): void {
    const given = { method: row.id, on: false, ...amountsOf(row) }
    dialog.open({
      name: AUTOPAY,
      given,
      fields: [],
      title: t('methods.turn_off'),
      icon: 'circle-pause',
      small: true,
    })
  }
  function remove(row: PaymentMethod): void {
    dialog.open({ name: REMOVE, given: { method: row.id }, title: t('methods.remove'), icon: 'trash-2' })
  }

  return {
    verbsOf(row: PaymentMethod): RecordVerb[] {
      const verbs: (RecordVerb & { when: boolean })[] = [
        {
          key: 'on',
          may: AUTOPAY,
          when: row.state === 'active',
          icon: row.autopay ? 'pencil' : 'repeat-2',
          label: t(row.autopay ? 'methods.amounts' : 'methods.turn_on'),
          run: () => turnOn(row),
        },
        {
          key: 'off',
          may: AUTOPAY,
          when: row.autopay,
          icon: 'circle-pause',
          label: t('methods.turn_off'),
          run: () => turnOff(row),
        },
        {
          key: 'remove',
          may: REMOVE,
          when: row.state !== 'inactive',
          icon: 'trash-2',
          label: t('methods.remove'),
          harmful: true,
          run: () => remove(row),
        },
      ]
      return verbs.filter(({ when }) => when)
    },
  }
}
