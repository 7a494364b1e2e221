import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { ImportRun } from '@/shared/api/types'
import { useActionDialog } from '../kernel/useActionDialog'
import { useActions } from '../kernel/useActions'
import { AREAS, useImportArea } from './useImportArea'

const ACTION = 'legacy.start_import'

/** Start an import through its dialog, or take an unfinished one up: the same source goes on where it stopped. */
export function useStartImport() {
  const { t } = useI18n()
  const router = useRouter()
  const dialog = useActionDialog()
  const { can } = useActions()
  const area = useImportArea()

  function start(again?: ImportRun): void {
    dialog.open({
      name: ACTION,
      // A database's password is never kept, so its address is proposed and the password typed again.
      proposed: again
        ? {
            source: again.source,
            dry_run: again.dry_run,
            only: again.only,
            since: again.since ?? undefined,
            journal: again.with_journal,
          }
        : {},
      choices: {
        only: [...new Set([...AREAS, ...(again?.only ?? [])])].map((value) => ({
          value,
          label: area(value),
        })),
      },
      title: again ? t('imports.resume_what', { source: again.source }) : t('imports.start_title'),
      verb: again ? t('imports.resume') : t('imports.start'),
      icon: 'database',
      small: true,
      told: t('imports.begun'),
      done: (number) => void router.push(`/imports/${String(number)}`),
    })
  }
  return { start, allowed: () => can(ACTION) }
}
