import type { IconName } from '@/shared/ui/icon-names'

const icons: Record<string, IconName> = {
  account: 'book-open-check',
  contract: 'handshake',
  customer: 'user',
  drop: 'map-pin-house',
  equipment: 'network',
  invoice: 'receipt-text',
  issue: 'life-buoy',
  item: 'tag',
  job: 'wrench',
  location: 'map-pin-house',
  note: 'file-text',
  payment: 'banknote',
  plan: 'tag',
  quotation: 'file-text',
  subscription: 'repeat-2',
  technician: 'hard-hat',
}
const pages: Record<string, string> = {
  contract: 'contract',
  customer: 'customer',
  draft: 'invoice',
  drop: 'drop',
  invoice: 'invoice',
  issue: 'issue',
  item: 'item',
  job: 'job',
  'one-equipment': 'equipment',
  quotation: 'quotation',
  subscription: 'subscription',
  technician: 'technician',
}

/** The sign of a kind of record. */
export function iconOf(kind: string): IconName {
  return icons[kind] ?? 'search'
}

/** What kind of record a page shows, by its route; nothing where it shows none. */
export function kindOfPage(route: string): string | null {
  return pages[route] ?? null
}
