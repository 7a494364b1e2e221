import { useI18n } from 'vue-i18n'
import { useActionDialog } from '../kernel/useActionDialog'

const ACTION = 'legacy.recompute'

/** Have history recomputed, all of it or some days, through the action's dialog. */
export function useRecompute() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const recompute = () =>
    dialog.open({
      name: ACTION,
      title: t('imports.recompute_title'),
      verb: t('imports.recompute'),
      icon: 'scale',
      small: true,
      told: t('imports.recomputing_waits'),
    })
  return { recompute }
}
