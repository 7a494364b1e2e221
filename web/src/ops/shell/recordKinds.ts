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
/** Pages that show or change a record, though nothing of the palette is about them. */
const alsoThere: Record<string, string> = {
  'credit-invoice': 'invoice',
  'edit-quotation': 'quotation',
  'privacy-incident': 'incident',
  'privacy-request': 'request',
}

/** The sign of a kind of record. */
export function iconOf(kind: string): IconName {
  return icons[kind] ?? 'search'
}

/** What kind of record a page shows, by its route; nothing where it shows none. */
export function kindOfPage(route: string): string | null {
  return pages[route] ?? null
}

/** The record a page shows or changes, as `customer:C-4217`; nothing where it shows none. */
export function subjectOfPage(route: string, params: Record<string, string | string[]>): string {
  const kind = pages[route] ?? alsoThere[route]
  const number = Object.values(params)[0]
  return kind && typeof number === 'string' && number ? `${kind}:${number}` : ''
}
