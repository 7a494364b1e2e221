import type { IconName } from '@/shared/ui/icon-names'

/** One page of the navigation; `g` then `key` goes there. */
export interface NavItem {
  route: string
  icon: IconName
  key: string
  /** Also current on these routes. */
  holds?: string[]
  /** Also current on routes whose name begins so. */
  within?: string
}

/** The navigation: groups with their pages, in the order of the day. */
export const navigation: { group: string | null; items: NavItem[] }[] = [
  { group: null, items: [{ route: 'dashboard', icon: 'layout-dashboard', key: 'd' }] },
  {
    group: 'nav.group_customers',
    items: [
      { route: 'customers', icon: 'users', key: 'c', holds: ['customer'] },
      { route: 'locations', icon: 'map-pin-house', key: '2' },
      { route: 'subscriptions', icon: 'repeat-2', key: 'o', holds: ['subscription'] },
      { route: 'issues', icon: 'life-buoy', key: 'u', holds: ['issue'] },
      { route: 'planned-changes', icon: 'calendar-clock', key: 'h' },
      {
        route: 'messages',
        icon: 'message-square',
        key: 'm',
        holds: ['message-templates', 'message-template', 'outbox', 'suppressions'],
      },
    ],
  },
  {
    group: 'nav.group_field',
    items: [
      { route: 'jobs', icon: 'wrench', key: 'j', holds: ['job'] },
      { route: 'dispatch-day', icon: 'calendar', key: 'y' },
      { route: 'technicians', icon: 'hard-hat', key: 't', holds: ['technician', 'technician-hours'] },
      {
        route: 'job-templates',
        icon: 'list-checks',
        key: 'v',
        holds: ['job-template', 'checklists', 'checklist'],
      },
    ],
  },
  {
    group: 'nav.group_money',
    items: [
      { route: 'invoices', icon: 'receipt-text', key: 'f', holds: ['invoice'] },
      { route: 'charges', icon: 'clock', key: 'w' },
      { route: 'late-interest', icon: 'percent', key: 'e' },
      { route: 'payments', icon: 'banknote', key: 'p' },
      { route: 'arrangements', icon: 'hand-coins', key: '6', holds: ['suspensions'] },
      { route: 'billing-runs', icon: 'calendar-clock', key: 'r', holds: ['billing-run'] },
      {
        route: 'accounting',
        icon: 'book-open-check',
        key: 'b',
        holds: [
          'general-ledger',
          'aging',
          'revenue',
          'taxes',
          'tax-documents',
          'deferred',
          'journal',
          'entries',
          'closing',
        ],
      },
    ],
  },
  {
    group: 'nav.group_offer',
    items: [
      {
        route: 'quotations',
        icon: 'file-text',
        key: 'q',
        holds: ['quotation', 'new-offer', 'edit-quotation'],
      },
      { route: 'contracts', icon: 'handshake', key: 'x', holds: ['contract', 'legal-texts'] },
      { route: 'catalog', icon: 'tag', key: 'k', holds: ['item', 'plans'] },
      {
        route: 'price-changes',
        icon: 'trending-up',
        key: 'n',
        holds: ['price-change', 'new-price-change', 'price-notices'],
      },
    ],
  },
  {
    group: 'nav.group_network',
    items: [
      {
        route: 'drops',
        icon: 'map-pin-house',
        key: 'l',
        holds: ['drop', 'interests', 'ports', 'eligibility'],
      },
      { route: 'equipment', icon: 'network', key: 'z', holds: ['one-equipment', 'equipment-moves'] },
      { route: 'ip-lookup', icon: 'globe', key: '4' },
    ],
  },
  {
    group: 'nav.group_system',
    items: [
      { route: 'imports', icon: 'database', key: 'i', holds: ['import', 'shadow', 'shadow-board'] },
      { route: 'parked-work', icon: 'inbox', key: 'a' },
      {
        route: 'privacy-requests',
        icon: 'shield-check',
        key: '5',
        holds: ['privacy-request', 'privacy-incidents', 'privacy-incident', 'privacy-exports'],
      },
      { route: 'switches', icon: 'power', key: 's' },
      { route: 'settings', icon: 'settings', key: ',', within: 'settings-' },
    ],
  },
]
