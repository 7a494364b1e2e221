import { useI18n } from 'vue-i18n'
import { asRefusal } from '@/shared/api/refusal'

/** Say a refusal in words: the server's own, or ours for what it couldn't say. */
export function useRefusalText(): (thrown: unknown) => string {
  const { t, te } = useI18n()
  return (thrown) => {
    const refusal = asRefusal(thrown)
    if (refusal.message) return refusal.message
    const known = `refusal.${refusal.code}`
    if (te(known)) return t(known)
    return refusal.status >= 500 ? t('refusal.unexpected') : t('refusal.unknown', { code: refusal.code })
  }
}
