import type { Column, Filter, View } from '@/shared/ui/list/types'

/** Columns of the Clients list, in the order of reading. */
export const customerColumns: Column[] = [
  { key: 'name', label: 'customers.name', main: true, sort: true },
  { key: 'number', label: 'customers.number', kind: 'id', sort: true, phone: 'second' },
  { key: 'city', label: 'customers.city', sort: true, phone: 'second' },
  { key: 'status', label: 'customers.status', phone: 'second' },
  { key: 'services', label: 'customers.services', tone: 'ink-2' },
  { key: 'monthly', label: 'customers.monthly', kind: 'money', sort: true },
  { key: 'balance', label: 'customers.balance', kind: 'money', sort: true, off: true },
  { key: 'overdue', label: 'customers.overdue', kind: 'money', sort: true, phone: 'right' },
  { key: 'overdue_days', label: 'customers.overdue_days', kind: 'number', sort: true },
  { key: 'payment_method', label: 'customers.method' },
  { key: 'since', label: 'customers.since', kind: 'day', sort: true, tone: 'ink-2' },
]

/** What the list can be narrowed by. */
export const customerFilters: Filter[] = [
  {
    key: 'status',
    label: 'customers.status',
    kind: 'choice',
    options: [
      { value: 'prospect', label: 'status.customer.prospect' },
      { value: 'active', label: 'status.customer.active' },
      { value: 'suspended', label: 'status.customer.suspended' },
      { value: 'terminated', label: 'status.customer.terminated' },
    ],
  },
  {
    key: 'segment',
    label: 'customers.segment',
    kind: 'choice',
    options: [
      { value: 'residential', label: 'customers.segment_residential' },
      { value: 'commercial', label: 'customers.segment_commercial' },
    ],
  },
  { key: 'overdue', label: 'customers.overdue', kind: 'flag' },
  { key: 'city', label: 'customers.city', kind: 'text' },
]

/** Views that ship. */
export const customerViews: View[] = [
  { key: 'all', label: 'customers.view_all', filters: {} },
  { key: 'overdue', label: 'customers.view_overdue', filters: { overdue: 'true' }, sort: '-overdue' },
  { key: 'suspended', label: 'customers.view_suspended', filters: { status: 'suspended' } },
  { key: 'commercial', label: 'customers.view_commercial', filters: { segment: 'commercial' } },
]
