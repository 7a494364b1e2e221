/** Which questions a change may have answered differently, by the app whose table changed. */
const touched: Record<string, string[]> = {
  crm: ['customers', 'search', 'dashboard'],
  subscriptions: ['subscriptions', 'planned_changes', 'customers', 'dashboard', 'road'],
  catalog: ['items', 'plans', 'search'],
  billing: [
    'invoices',
    'charges',
    'price_changes',
    'billing-runs',
    'subscriptions',
    'customers',
    'dashboard',
    'road',
  ],
  network: [
    'drops',
    'interests',
    'equipment',
    'equipment_moves',
    'olt-ports',
    'eligibility',
    'customers',
    'subscriptions',
  ],
  messaging: ['messages', 'suppressions', 'message-templates', 'customers', 'road'],
  payments: ['payments', 'customers', 'dashboard'],
  sales: ['quotations', 'contracts', 'legal-texts', 'templates', 'customers', 'road'],
  ledger: ['ledger', 'invoices', 'payments', 'customers', 'dashboard', 'road'],
  collections: ['customers', 'dashboard'],
  dispatch: [
    'jobs',
    'dispatch-day',
    'technicians',
    'technician_hours',
    'job-templates',
    'tags',
    'customers',
    'road',
  ],
  support: ['issues', 'customers', 'road'],
  kernel: ['parked', 'customers', 'road'],
  legacy: ['imports', 'catalogue_differences', 'recomputed', 'shadow_cycles', 'shadow_differences'],
  identity: ['switches', 'users', 'session', 'sessions', 'roles', 'tokens'],
}

/** Topics that aren't called after a table. */
const named: Record<string, string[]> = {
  customer: touched.crm ?? [],
  invoice: touched.billing ?? [],
  payment: touched.payments ?? [],
  run: ['billing-runs', 'dashboard'],
  parked: ['parked', 'dashboard', 'road'],
  notices: ['notices'],
  imports: ['imports', 'catalogue_differences'],
}

/** First words of the query keys that a topic touches; a topic we don't know names them itself. */
export function keysOf(topic: string): string[] {
  return named[topic] ?? touched[topic.split('_')[0] ?? ''] ?? [topic]
}
