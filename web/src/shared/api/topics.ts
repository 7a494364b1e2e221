/** Which questions a change may have answered differently, by the app whose table changed. */
const touched: Record<string, string[]> = {
  crm: ['customers', 'locations', 'address_files', 'search', 'dashboard'],
  subscriptions: ['subscriptions', 'recurring_moves', 'planned_changes', 'customers', 'dashboard', 'road'],
  catalog: ['items', 'plans', 'search'],
  billing: [
    'invoices',
    'charges',
    'price_changes',
    'price_notices',
    'billing-runs',
    'billing_runs',
    'taxes',
    'tax_categories',
    'interest',
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
    'olt_ports',
    'eligibility',
    'customers',
    'subscriptions',
  ],
  messaging: ['messages', 'suppressions', 'message-templates', 'message_templates', 'customers', 'road'],
  payments: ['payments', 'customers', 'dashboard'],
  sales: ['quotations', 'contracts', 'legal_texts', 'templates', 'customers', 'road'],
  ledger: [
    'ledger',
    'entries',
    'accounts',
    'general_ledger',
    'trial_balance',
    'aging',
    'deferred',
    'revenue',
    'tax_documents',
    'tax_return',
    'invoices',
    'payments',
    'customers',
    'dashboard',
    'road',
  ],
  collections: ['arrangements', 'suspensions', 'customers', 'dashboard'],
  dispatch: [
    'jobs',
    'dispatch-day',
    'technicians',
    'technician_hours',
    'job_templates',
    'checklists',
    'tags',
    'customers',
    'road',
  ],
  privacy: [
    'privacy_requests',
    'privacy_incidents',
    'privacy_exports',
    'privacy_proposals',
    'privacy_retention',
    'retention_rules',
  ],
  support: ['issues', 'departments', 'customers', 'road'],
  kernel: [
    'parked',
    'background_jobs',
    'customers',
    'road',
    'notes',
    'files',
    'settings',
    'series',
    'batches',
    'privacy_retention',
    'retention_rules',
  ],
  legacy: ['imports', 'catalogue_differences', 'recomputed', 'shadow_cycles', 'shadow_differences'],
  identity: [
    'switches',
    'users',
    'departments',
    'issue-choices',
    'session',
    'sessions',
    'logins',
    'roles',
    'who-may',
    'tokens',
    'login-provider',
  ],
}

/** Topics that aren't called after a table. */
const named: Record<string, string[]> = {
  customer: touched.crm ?? [],
  invoice: touched.billing ?? [],
  payment: touched.payments ?? [],
  run: ['billing-runs', 'billing_runs', 'dashboard'],
  parked: ['parked', 'dashboard', 'road'],
  notices: ['notices'],
  webhooks: ['webhooks', 'webhook_deliveries', 'webhook_endpoints'],
  imports: ['imports', 'catalogue_differences'],
}

/** Every app and topic that is told of changes, those included that name their questions themselves. */
export const tellers = [...Object.keys(touched), ...Object.keys(named), 'views']

/** First words of the query keys that a topic touches; a topic we don't know names them itself. */
export function keysOf(topic: string): string[] {
  return named[topic] ?? touched[topic.split('_')[0] ?? ''] ?? [topic]
}

/** What the hub says: something of this topic changed; `*` means that anything may have. */
export interface LiveEvent {
  topic: string
  id: string | null
  /** What people call the changed record; absent where it has no number. */
  number?: string
  /** The number of the customer it belongs to. */
  customer?: string
}

/** First word of the query keys of a kind of record, by the table or topic that names it. */
const records: Record<string, string> = {
  customer: 'customers',
  invoice: 'invoices',
  payment: 'payments',
  billing_invoice: 'invoices',
  billing_pricechange: 'price_changes',
  catalog_item: 'items',
  catalog_plan: 'plans',
  subscriptions_subscription: 'subscriptions',
  network_drop: 'drops',
  network_equipment: 'equipment',
  messaging_message: 'messages',
  payments_payment: 'payments',
  sales_quotation: 'quotations',
  sales_contract: 'contracts',
  dispatch_job: 'jobs',
  dispatch_technician: 'technicians',
  support_issue: 'issues',
}

/** Second words of query keys that name no single record. */
const SEVERAL = new Set(['list', 'sold', 'recurring', 'groups', 'outbox', 'all', 'interest', 'preview'])

/**
 * Whether a change may have altered what a question was answered: by its first word, and where the change says which
 * record or whose customer's it was, not for the pages of the others.
 */
export function touches({ topic, id, number, customer }: LiveEvent, queryKey: readonly unknown[]): boolean {
  const [word, which, whose] = queryKey.map(String)
  if (word === undefined || !keysOf(topic).includes(word)) return false
  if (topic === 'presence') return which === id
  if (id === null || which === undefined || SEVERAL.has(which)) return true
  if (which === 'of') return !customer || !whose || whose === customer
  if (word === 'customers') return !customer || which === customer
  return records[topic] !== word || !number || which === number
}
