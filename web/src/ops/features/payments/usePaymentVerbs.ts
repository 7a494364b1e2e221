import { today } from '@/shared/domain/dates'
import { isZero } from '@/shared/domain/money'
import type { IconName } from '@/shared/ui/icon-names'
import { useActionDialog } from '../kernel/useActionDialog'
import { useActions } from '../kernel/useActions'
import type { ActionInput } from '../kernel/usePerformAction'
import type { RecordVerb } from '../kernel/recordVerb'

/** What a verb needs to know of a payment. */
export interface Verbed {
  number: string
  amount: string
  mode: string
  reversed: boolean
  unapplied?: string | null
  /** The documents it paid, where they are known. */
  applied?: string[]
}

/** What can be done to a payment as it stands: what is left of it given out, what it paid taken back, all of it reversed. */
export function usePaymentVerbs() {
  const dialog = useActionDialog()
  const { action } = useActions()

  function verb(name: string, icon: IconName, given: ActionInput, proposed: ActionInput = {}): RecordVerb[] {
    const found = action(name)
    if (!found) return []
    const run = () => dialog.open({ name, given, proposed, icon })
    return [{ key: name, icon, label: found.label, harmful: found.harmful, may: name, run }]
  }

  return {
    verbsOf({ number, amount, mode, reversed, unapplied, applied = [] }: Verbed): RecordVerb[] {
      if (reversed || mode === 'reversal' || amount.startsWith('-')) return []
      const proposed = applied.length === 1 ? { document: applied[0] } : {}
      return [
        ...(unapplied && !isZero(unapplied)
          ? verb('payments.allocate', 'arrow-left-right', { credit: number })
          : []),
        ...(applied.length ? verb('payments.unallocate', 'undo-2', { credit: number }, proposed) : []),
        ...verb('payments.reverse_payment', 'circle-slash', { payment: number }, { on: today() }),
      ]
    },
  }
}
