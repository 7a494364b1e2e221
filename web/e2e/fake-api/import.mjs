/** An import that ended with a difference, so that its page shows what agrees and what doesn't. */

const sum = (name, source, here = source, rest = '0.00') => ({ name, source, here, listed: '0.00', rest })
const step = (name, label, done) => ({
  name,
  label,
  state: 'done',
  done,
  total: done,
  seconds: 1.4,
  per_s: Math.round(done / 1.4),
  unit: 'rows',
  left_s: null,
  figures: { new: done },
})
const table = (name, read, skipped = 0) => ({
  table: name,
  read,
  imported: read - skipped,
  fixed: 3,
  skipped,
  rest: 0,
})

export const imported = {
  run: {
    id: 7,
    source: 'mysql://lecture@gestion.example:3306/gestionclient',
    state: 'done',
    dry_run: false,
    only: ['customers', 'billing'],
    since: '2026-11-01',
    started_by: 'Amélie Lussier',
    started_at: '2026-11-22T14:01:00Z',
    finished_at: '2026-11-22T14:12:20Z',
    error: '',
  },
  steps: [step('read:account', 'Lecture de account', 15_303), step('customers', 'Clients', 15_303)],
  progress: { share: 1, left_s: null },
  tables: [table('account', 15_303), table('invoice_item', 1_859_260, 18)],
  findings: [
    {
      code: 'text_mended',
      sort: 'fixed',
      rule: 'Accents réparés.',
      table: 'account',
      count: 3,
      amount: '0.00',
    },
    {
      code: 'line_without_invoice',
      sort: 'skipped',
      rule: 'Ligne sans facture : écartée.',
      table: 'invoice_item',
      count: 18,
      amount: '148.40',
    },
  ],
  reconciliation: [
    sum('customers', '15303', '15303', '0'),
    sum('owed', '913420.18', '913407.18', '13.00'),
    sum('usage_bytes', '19599687342395481372', '19599687342395481372', '0'),
    sum('invoiced 2026', '7421948.90'),
    sum('paid 2026', '7386805.78'),
  ],
  checks: [
    { code: 'entries_balance', label: 'Écritures équilibrées', wrong: [] },
    { code: 'subledger', label: 'Auxiliaire = grand livre, par client', wrong: ['C-4217 : 13,00 $'] },
  ],
  customers: [{ ...sum('Sylvie Tremblay', '163.00', '150.00', '13.00'), number: 'C-4217' }],
  not_reconciled: ['addresses', 'GST'],
  kept: { invoice_item: 1_802_110 },
  waiting: [
    {
      table: 'ticket',
      rows: 242_000,
      why: 'support',
      words: 'Attend les billets et leurs messages.',
      left: ['password'],
    },
  ],
  outside: ['tmp_2019'],
}
