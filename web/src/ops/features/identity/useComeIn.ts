import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import type { Session } from '@/shared/api/types'
import { speak } from '@/shared/i18n'
import { wear } from '@/shared/ui/theme'

/** Go on once somebody is in: in his language and theme, to what he owes his account, else to where he was going. */
export function useComeIn() {
  const { locale } = useI18n()
  const route = useRoute()
  const router = useRouter()
  return async ({ user, duties }: Session): Promise<void> => {
    wear(user.theme)
    if (user.language !== locale.value) await speak(user.language)
    const next = String(route.query.next ?? '/')
    if (duties.length) await router.replace({ name: 'settings-account' })
    else await router.replace(next.startsWith('/') && !next.startsWith('//') ? next : '/')
  }
}
