import { useI18n } from 'vue-i18n'
import { useRefusalText } from '@/shared/ui/useRefusalText'

/** Say why it didn't work: the server's words, or what the browser's own passkey window came to. */
export function usePasskeyText(): (thrown: unknown) => string {
  const { t } = useI18n()
  const say = useRefusalText()
  return (thrown) => {
    const name = thrown instanceof Error ? thrown.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') return t('proof.given_up')
    if (name === 'InvalidStateError') return t('proof.known_here')
    if (name === 'SecurityError' || name === 'WebAuthnError') return t('proof.not_here')
    return say(thrown)
  }
}
