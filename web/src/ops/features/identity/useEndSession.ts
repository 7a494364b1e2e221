import { useI18n } from 'vue-i18n'
import { browserOf } from '@/shared/domain/browser'
import { useActionDialog } from '../kernel/useActionDialog'

/** Ask to end one logged-in browser of somebody's, by the number it is listed under. */
export function useEndSession() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  return ({ username, session, agent }: { username: string; session: string; agent: string }) =>
    dialog.open({
      name: 'identity.end_sessions',
      given: { username, session },
      title: t('settings.end_session_of', { browser: browserOf(agent) }),
      verb: t('settings.end_session'),
      icon: 'log-out',
      small: true,
    })
}
