import { computed, shallowRef, watchEffect, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { components } from '@/shared/api/schema'
import type { Tone } from '@/shared/domain/status'
import type { IconName } from '@/shared/ui/icon-names'
import type { TimelineEntry } from '@/shared/ui/record/types'

type TimelinePage = components['schemas']['TimelinePage']
type Happened = TimelineEntry & { what: string }

const looks: Record<string, { icon: IconName; tone?: Tone }> = {
  invoice_issued: { icon: 'receipt-text' },
  credit_note_issued: { icon: 'receipt-text' },
  payment_received: { icon: 'banknote', tone: 'good' },
  payment_returned: { icon: 'undo-2', tone: 'bad' },
  credit_given: { icon: 'hand-coins' },
  price_notice: { icon: 'mail' },
  price_notice_sent: { icon: 'mail' },
  written_off: { icon: 'circle-slash', tone: 'bad' },
  recovered: { icon: 'hand-coins', tone: 'good' },
  note: { icon: 'message-square' },
  arrangement_made: { icon: 'handshake' },
  suspended: { icon: 'circle-pause', tone: 'bad' },
  paused: { icon: 'snowflake' },
  contract_signed: { icon: 'handshake', tone: 'good' },
  contract_cancelled: { icon: 'circle-slash' },
  quotation_sent: { icon: 'send' },
  job_completed: { icon: 'wrench' },
  issue_opened: { icon: 'life-buoy' },
  issue_resolved: { icon: 'check', tone: 'good' },
  message_sent: { icon: 'mail' },
  message_failed: { icon: 'octagon-alert', tone: 'bad' },
  message_received: { icon: 'message-square' },
  device_installed: { icon: 'network' },
  device_removed: { icon: 'undo-2' },
  made: { icon: 'plus' },
  changed: { icon: 'pencil' },
  removed: { icon: 'minus' },
}
/** Where the record of something that happened is. */
const recordPages: Record<string, string> = {
  invoice_issued: 'invoices',
  credit_note_issued: 'invoices',
  written_off: 'invoices',
  recovered: 'invoices',
  contract_signed: 'contracts',
  contract_cancelled: 'contracts',
  quotation_sent: 'quotations',
  job_completed: 'jobs',
  issue_opened: 'issues',
  issue_resolved: 'issues',
  message_sent: 'messages',
  message_failed: 'messages',
  device_installed: 'equipment',
  device_removed: 'equipment',
}

/** What pages of a record's timeline show, in order. */
export function timelineEntries(pages: TimelinePage[]): Happened[] {
  return pages.flatMap((page, at) =>
    page.items.map((item, index) => ({
      id: `${at}-${index}-${item.at}`,
      at: item.at,
      kind: item.kind,
      what: item.what,
      text: item.text,
      by: item.who || null,
      quote:
        item.quote ||
        item.details.map((one) => `${one.label} : ${one.before} → ${one.after}`).join('\n') ||
        null,
      note: item.what === 'note' ? Number(item.number) : null,
      url: recordPages[item.what] && item.number ? `/${recordPages[item.what]}/${item.number}` : null,
    })),
  )
}

/** Icon of something that happened; only what one must see at once has a colour. */
export function timelineLook(entry: TimelineEntry): { icon: IconName; tone?: Tone } {
  return looks[(entry as Happened).what] ?? { icon: 'dot' }
}

/** All, and each kind of which this reader may see something; they stay while another one is read. */
export function useTimelineKinds(data: Ref<{ pages: TimelinePage[] } | undefined>) {
  const { t } = useI18n()
  const known = shallowRef<string[]>([])
  watchEffect(() => {
    if (data.value) known.value = data.value.pages[0]?.kinds ?? []
  })
  return computed(() =>
    ['', ...known.value].map((value) => ({ value, label: t(`customer.kind_${value || 'all'}`) })),
  )
}
