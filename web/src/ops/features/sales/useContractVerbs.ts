import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ContractWhole } from '@/shared/api/types'
import type { IconName } from '@/shared/ui/icon-names'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'

/** What may be done with a contract now, the first one first; `gone` follows where it is thrown away. */
export function useContractVerbs(page: Ref<ContractWhole | undefined>, gone: () => void) {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const offered = computed<{ name: string; icon: IconName; label: string; done?: () => void }[]>(() => {
    const it = page.value
    if (!it) return []
    const { status } = it
    return [
      ...(status === 'draft'
        ? [
            { name: 'send_contract', icon: 'send' as const, label: 'send' },
            { name: 'edit_contract', icon: 'pencil' as const, label: 'agreed' },
            {
              name: 'discard_contract',
              icon: 'circle-slash' as const,
              label: 'discard',
              done: gone,
            },
          ]
        : []),
      ...(status === 'sent'
        ? [{ name: 'send_contract', icon: 'refresh-cw' as const, label: 'send_again' }]
        : []),
      ...(status === 'signed' && !it.subscribed
        ? [{ name: 'subscribe_contract', icon: 'repeat-2' as const, label: 'subscribe' }]
        : []),
      ...(status === 'sent' || status === 'signed'
        ? [{ name: 'cancel_contract', icon: 'circle-slash' as const, label: 'cancel' }]
        : []),
    ]
  })
  const proposed = computed(() => {
    const it = page.value
    if (!it || it.status !== 'draft') return undefined
    const { commitment_months, inducement, starts_on, appointment_on, appointment_slot, installation } = it
    return { commitment_months, inducement, starts_on, appointment_on, appointment_slot, installation }
  })
  return computed(() =>
    offered.value.map<RecordVerb>(({ name, icon, label, done }) => ({
      key: label,
      icon,
      label: t(`sales.${label}`),
      may: `sales.${name}`,
      harmful: label === 'cancel' || label === 'discard',
      run: () =>
        dialog.open({
          name: `sales.${name}`,
          given: { contract: page.value?.number },
          proposed: name === 'edit_contract' ? proposed.value : undefined,
          icon,
          done,
        }),
    })),
  )
}
