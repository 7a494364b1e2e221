import { useI18n } from 'vue-i18n'
import type { AccountRow } from '@/shared/api/types'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'
import { useActions } from '../kernel/useActions'

const ADD = 'ledger.add_account'
const EDIT = 'ledger.edit_account'
const CLOSE = 'ledger.close_account'
const REOPEN = 'ledger.reopen_account'

/** What is done with accounts of the chart: add one, and by its row name, close or reopen it. */
export function useAccountVerbs() {
  const { t } = useI18n()
  const { can } = useActions()
  const dialog = useActionDialog()

  /** Add an account, of a kind where the list shows one alone. */
  function add(kind?: string): void {
    dialog.open({
      name: ADD,
      proposed: kind ? { kind } : {},
      title: t('settings.chart_add'),
      verb: t('settings.chart_add'),
      icon: 'plus',
    })
  }

  function edit({ number, name_fr, name_en, kind, gifi }: AccountRow): void {
    dialog.open({
      name: EDIT,
      given: { account: number },
      proposed: { name_fr, name_en, kind, gifi },
      title: t('settings.chart_edit_of', { number }),
      verb: t('settings.save'),
      icon: 'pencil',
    })
  }

  function close({ number }: AccountRow): void {
    dialog.open({
      name: CLOSE,
      given: { account: number },
      title: t('settings.chart_close_of', { number }),
      verb: t('settings.chart_close'),
      icon: 'lock',
    })
  }

  function reopen({ number }: AccountRow): void {
    dialog.open({
      name: REOPEN,
      given: { account: number },
      title: t('settings.chart_reopen_of', { number }),
      verb: t('settings.chart_reopen'),
      icon: 'undo-2',
      small: true,
    })
  }

  function verbsOf(row: AccountRow): RecordVerb[] {
    const verbs: (RecordVerb | false)[] = [
      can(EDIT) && {
        key: 'edit',
        icon: 'pencil',
        label: t('settings.edit_user'),
        run: () => edit(row),
      },
      can(REOPEN) &&
        row.closed_on !== null && {
          key: 'reopen',
          icon: 'undo-2',
          label: t('settings.chart_reopen_more'),
          run: () => reopen(row),
        },
      can(CLOSE) &&
        row.closed_on === null && {
          key: 'close',
          icon: 'lock',
          label: t('settings.chart_close_more'),
          harmful: true,
          run: () => close(row),
        },
    ]
    return verbs.filter((verb) => verb !== false)
  }

  return { add, verbsOf }
}
