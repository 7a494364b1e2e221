import { useI18n } from 'vue-i18n'
import type { TaxRow } from '@/shared/api/types'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'
import { useActions } from '../kernel/useActions'

const ADD = 'billing.add_tax_rate'
const WITHDRAW = 'billing.withdraw_tax_rate'
const REGISTER = 'billing.set_tax_registration'

/** What can be done by the row of a tax's rate: another rate, our number, and a planned one withdrawn. */
export function useTaxVerbs() {
  const { t } = useI18n()
  const { can } = useActions()
  const dialog = useActionDialog()

  function add({ code, name }: TaxRow): void {
    dialog.open({
      name: ADD,
      given: { tax: code },
      title: t('settings.tax_add_rate_of', { tax: name }),
      verb: t('settings.tax_add_rate'),
      icon: 'plus',
    })
  }

  function register({ code, name, registration, form }: TaxRow): void {
    dialog.open({
      name: REGISTER,
      given: { tax: code },
      proposed: { number: registration || form },
      title: t('settings.tax_number_of', { tax: name }),
      verb: t('settings.save'),
      icon: 'pencil',
    })
  }

  function withdraw({ code, name, since }: TaxRow): void {
    dialog.open({
      name: WITHDRAW,
      given: { tax: code, since },
      title: t('settings.tax_withdraw_of', { tax: name }),
      verb: t('settings.tax_withdraw'),
      icon: 'undo-2',
    })
  }

  return (row: TaxRow): RecordVerb[] => {
    const verbs: (RecordVerb | false)[] = [
      can(ADD) && { key: 'add', icon: 'plus', label: t('settings.tax_new_rate'), run: () => add(row) },
      can(REGISTER) &&
        row.form !== '' && {
          key: 'register',
          icon: 'pencil',
          label: t('settings.tax_number_more'),
          run: () => register(row),
        },
      can(WITHDRAW) &&
        row.state === 'planned' &&
        !row.billed && {
          key: 'withdraw',
          icon: 'undo-2',
          label: t('settings.tax_withdraw_more'),
          harmful: true,
          run: () => withdraw(row),
        },
    ]
    return verbs.filter((verb) => verb !== false)
  }
}
