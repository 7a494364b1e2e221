import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { QuotationWhole } from '@/shared/api/types'
import type { IconName } from '@/shared/ui/icon-names'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'

const HARMFUL = ['decline', 'discard']

/** What may be done with a quotation now, the first one first; `gone` follows where it is thrown away. */
export function useQuotationVerbs(page: Ref<QuotationWhole | undefined>, gone: () => void) {
  const { t } = useI18n()
  const router = useRouter()
  const dialog = useActionDialog()
  const offered = computed<{ name: string; icon: IconName; label: string; done?: (made: unknown) => void }[]>(
    () => {
      const it = page.value
      if (!it) return []
      const toContract = (made: unknown) =>
        void router.push(`/contracts/${(made as { number: string }).number}`)
      const attached = Boolean(it.customer && it.location)
      const answered = it.status === 'accepted'
      return [
        ...(it.status === 'draft' ? [{ name: 'send_quotation', icon: 'send' as const, label: 'send' }] : []),
        ...(it.status === 'sent'
          ? [
              { name: 'accept_quotation', icon: 'check' as const, label: 'accept' },
              { name: 'send_quotation', icon: 'refresh-cw' as const, label: 'send_again' },
              { name: 'decline_quotation', icon: 'circle-slash' as const, label: 'decline' },
            ]
          : []),
        ...(!attached ? [{ name: 'attach_quotation', icon: 'user' as const, label: 'attach' }] : []),
        ...(attached && !it.contract && (answered || it.status === 'sent')
          ? [{ name: 'contract_quotation', icon: 'handshake' as const, label: 'contract', done: toContract }]
          : []),
        ...(attached && answered && !it.subscribed && !it.contract
          ? [{ name: 'subscribe_quotation', icon: 'repeat-2' as const, label: 'subscribe' }]
          : []),
        {
          name: 'copy_quotation',
          icon: 'copy' as const,
          label: 'copy',
          done: (made: unknown) => void router.push(`/quotations/${String(made)}`),
        },
        { name: 'keep_template', icon: 'star' as const, label: 'keep' },
        ...(it.status === 'draft'
          ? [
              {
                name: 'discard_quotation',
                icon: 'circle-slash' as const,
                label: 'discard',
                done: gone,
              },
            ]
          : []),
      ]
    },
  )
  return computed(() =>
    offered.value.map<RecordVerb>(({ name, icon, label, done }) => ({
      key: label,
      icon,
      label: t(`sales.${label}`),
      harmful: HARMFUL.includes(label),
      may: `sales.${name}`,
      run: () => dialog.open({ name: `sales.${name}`, given: { quotation: page.value?.number }, icon, done }),
    })),
  )
}
