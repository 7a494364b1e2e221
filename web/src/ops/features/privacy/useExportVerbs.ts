import { useI18n } from 'vue-i18n'
import type { PrivacyExportRow } from '@/shared/api/types'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'
import type { ActionInput } from '../kernel/usePerformAction'

/** What can be done with what was put together of a customer; `link` shows the dialog of its link. */
export function useExportVerbs(link: (number: string) => void) {
  const { t } = useI18n()
  const dialog = useActionDialog()

  function verbsOf({ number, state }: PrivacyExportRow): RecordVerb[] {
    if (state !== 'ready') return []
    return [
      {
        key: 'take',
        icon: 'download',
        label: t('privacy.take'),
        run: () => location.assign(`/api/v1/privacy/exports/${number}/document`),
      },
      { key: 'link', icon: 'link', label: t('privacy.link'), run: () => link(number) },
      {
        key: 'drop',
        icon: 'trash-2',
        label: t('privacy.drop'),
        harmful: true,
        run: () => dialog.open({ name: 'privacy.drop_export', given: { export: number }, icon: 'trash-2' }),
      },
    ]
  }

  return {
    gather: (given: ActionInput = {}) =>
      dialog.open({ name: 'privacy.export_person', given, icon: 'download', small: true }),
    verbsOf,
  }
}
