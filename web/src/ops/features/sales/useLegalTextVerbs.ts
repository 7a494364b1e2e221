import type { LegalText } from '@/shared/api/types'
import { useActionDialog } from '../kernel/useActionDialog'

const WRITE = 'sales.write_legal_text'
const ADOPT = 'sales.adopt_legal_texts'
const WITHDRAW = 'sales.withdraw_legal_text'

/** What becomes of legal texts: one is written, or anew from what it said; the proposed ones are adopted. */
export function useLegalTextVerbs() {
  const dialog = useActionDialog()
  return {
    adopt: () => dialog.open({ name: ADOPT, icon: 'scale' }),
    withdraw: (code: string) => dialog.open({ name: WITHDRAW, given: { code }, icon: 'circle-slash' }),
    write(text?: LegalText): void {
      if (!text) {
        dialog.open({ name: WRITE, icon: 'plus' })
        return
      }
      const { code, title_fr, title_en, body_fr, body_en, segment, service, position } = text
      dialog.open({
        name: WRITE,
        given: { code },
        proposed: { title_fr, title_en, body_fr, body_en, segment, service, position },
        icon: 'pencil',
      })
    },
  }
}
