/** A small provider for the browser tests of the front end alone; the real server has its own demo. */

const families = [
  'Beaulieu',
  'Brault',
  'Caron',
  'Dubuc',
  'Hébert',
  'Lamoureux',
  'Lestage',
  'Pépin',
  'Poissant',
  'Riendeau',
  'Tremblay',
  'Vachon',
  'Viau',
  'Yelle',
]
const firsts = [
  'Ghislaine',
  'Patrick',
  'Marie-Ève',
  'Denis',
  'Annick',
  'Jean-François',
  'Francine',
  'Réjean',
  'Louise',
  'Claudette',
  'Sébastien',
]
const cities = [
  'Napierville',
  'Sainte-Clotilde',
  'Saint-Rémi',
  'Hemmingford',
  'Saint-Michel',
  'Sherrington',
  'Howick',
  'Ormstown',
  'Saint-Chrysostome',
]
const services = ['Fibre 500, Télé', 'Fibre 1 Gbit', 'Fibre 100', 'Fibre 200, Tél.', 'Fibre 500']
const cents = (n) => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`

export const customers = Array.from({ length: 214 }, (_, n) => {
  const company = n % 17 === 3
  const overdue = n % 3 === 0 ? 0 : 5495 + ((n * 1733) % 40000)
  const status = n % 13 === 4 ? 'suspended' : n % 29 === 7 ? 'terminated' : 'active'
  return {
    number: `C-${((n * 37) % 6667) + 1}`,
    name: company ? `Ferme ${families[n % 14]} et fils inc.` : `${families[n % 14]}, ${firsts[n % 11]}`,
    kind: company ? 'company' : 'individual',
    segment: company ? 'commercial' : 'residential',
    status,
    city: cities[n % 9],
    services: services[n % 5].split(', '),
    monthly: cents(4995 + ((n * 911) % 12000)),
    balance: cents(overdue),
    overdue: cents(overdue),
    overdue_days: overdue ? [10, 41, 71, 102][n % 4] : null,
    payment_method: ['pad', 'card', null][n % 3],
    since: `20${15 + (n % 11)}-0${1 + (n % 9)}-14`,
  }
})

export const parked = [
  {
    work: 'delivery:41',
    kind: 'delivery',
    state: 'parked',
    what: 'processes.order_to_payment.bill_the_rest_of_the_month',
    subject: 'subscription:SUB-19822',
    fact: 'subscriptions.SubscriptionActivated',
    payload: { subscription: 'SUB-19822', on: '2026-11-21' },
    attempts: 5,
    error: 'Aucun prix sur l’article TV-SPORT-26',
    since: '2026-11-30T14:58:00Z',
    behind: 2,
  },
  {
    work: 'intent:42',
    kind: 'intent',
    state: 'unknown',
    what: 'invoice_email',
    subject: 'customer:C-1288',
    fact: '',
    payload: { to: 'l.caron@exemple.ca' },
    attempts: 3,
    error: 'Adresse courriel inexistante',
    since: '2026-11-30T13:12:00Z',
    behind: 0,
  },
]

export const session = {
  user: {
    username: 'maude',
    display_name: 'Maude Gagnon',
    initials: 'MG',
    role_labels: ['Facturation'],
    language: 'fr',
    theme: 'light',
  },
  duties: [],
  way: 'password',
  permissions: [
    'crm.read',
    'crm.write',
    'kernel.parked',
    'kernel.note',
    'collections.suspend',
    'billing.read',
    'ledger.read',
    'payments.read',
    'identity.read',
    'identity.switch',
    'reports.read',
  ],
  provider: { name: 'Gigafibre', accent: null },
  csrf: 'fake',
}

const ref = (kind, title) => ({ type: 'string', format: `ref:${kind}`, title })
const action = (name, label, permission, properties, required, fields, more = {}) => ({
  name,
  label,
  permission,
  about: '',
  harmful: false,
  undo: '',
  allowed: true,
  input: { type: 'object', additionalProperties: false, properties, required },
  fields,
  ...more,
})

export const actions = [
  action(
    'collections.suspend_customer',
    'Suspendre un client',
    'collections.suspend',
    {
      customer: ref('customer', 'Customer'),
      reason: { enum: ['non_payment', 'requested', 'fraud'], type: 'string' },
      on: { type: 'string', format: 'date' },
      note: { anyOf: [{ type: 'string', format: 'long', maxLength: 500 }, { type: 'null' }], default: null },
    },
    ['customer', 'reason', 'on'],
    { customer: 'Client', reason: 'Motif', on: 'À partir du', note: 'Note au dossier' },
    { harmful: true, undo: 'collections.reactivate_customer' },
  ),
  action(
    'payments.record_payment',
    'Encaisser un paiement',
    'payments.record',
    {
      customer: ref('customer'),
      amount: { anyOf: [{ type: 'number' }, { type: 'string' }] },
      mode: { enum: ['card', 'cheque'], type: 'string' },
    },
    ['customer', 'amount', 'mode'],
    { customer: 'Client', amount: 'Montant', mode: 'Mode' },
  ),
  action(
    'identity.turn_switch_on',
    'Mettre en marche',
    'identity.switch',
    {
      switch: { type: 'string' },
      confirmation: { type: 'string' },
      reason: { type: 'string', format: 'reason' },
    },
    ['switch', 'confirmation', 'reason'],
    { confirmation: 'Écrivez le code du commutateur', reason: 'Raison' },
    { harmful: true, undo: 'identity.turn_switch_off' },
  ),
  action(
    'identity.turn_switch_off',
    'Arrêter',
    'identity.switch',
    { switch: { type: 'string' }, reason: { type: 'string', format: 'reason' } },
    ['switch', 'reason'],
    { reason: 'Raison' },
  ),
  action(
    'collections.reactivate_customer',
    'Réactiver un client',
    'collections.suspend',
    { customer: ref('customer') },
    ['customer'],
    { customer: 'Client' },
  ),
  action(
    'kernel.add_note',
    'Écrire une note',
    'kernel.note',
    {
      subject: { type: 'string' },
      text: { type: 'string', format: 'long' },
      pinned: { type: 'boolean', default: false },
    },
    ['subject', 'text'],
    { subject: 'Sur', text: 'Note', pinned: 'Épinglée' },
  ),
  action(
    'kernel.retry_parked',
    'Réessayer un travail parqué',
    'kernel.parked',
    { work: { type: 'string' } },
    ['work'],
    { work: 'Travail parqué' },
  ),
  action(
    'kernel.skip_parked',
    'Laisser tomber un travail parqué',
    'kernel.parked',
    {
      work: { type: 'string' },
      reason: { type: 'string', format: 'reason', minLength: 3 },
    },
    ['work', 'reason'],
    { work: 'Travail parqué', reason: 'Raison' },
    { harmful: true },
  ),
]

const suspended = [{ field: 'status', label: 'État', before: 'Actif', after: 'Suspendu' }]
const effect = (kind, text) => ({ kind, subject: 'customer:C-3318', text, state: 'pending' })

export const preview = {
  action: 'collections.suspend_customer',
  title: 'Suspendre un client',
  harmful: true,
  undo: 'collections.reactivate_customer',
  result: null,
  changes: [
    {
      table: 'subscriptions_subscription',
      label: 'Internet Fibre 1 Gbit',
      number: 'SUB-14120',
      op: 'U',
      done: 'Modifié',
      count: 1,
      books: false,
      fields: [
        ...suspended,
        { field: 'billed_until', label: 'Facturé jusqu’au', before: '30 nov. 2026', after: '29 nov. 2026' },
      ],
    },
    {
      table: 'subscriptions_subscription',
      label: 'Téléphonie résidentielle',
      number: 'SUB-14121',
      op: 'U',
      done: 'Modifié',
      count: 1,
      books: false,
      fields: suspended,
    },
    {
      table: 'crm_customer',
      label: 'Client',
      number: 'C-3318',
      op: 'U',
      done: 'Modifié',
      count: 1,
      books: false,
      fields: suspended,
    },
  ],
  facts: [{ type: 'collections.CustomerSuspended', text: 'Client suspendu pour non-paiement' }],
  money: [
    {
      label: 'Solde dû',
      subject: 'customer:3318',
      before: '535,98 $',
      after: '530,05 $',
      difference: '-5.93',
    },
    {
      label: 'Facture du 1 déc. 2026',
      subject: 'customer:3318',
      before: '178,66 $',
      after: '—',
      difference: null,
    },
  ],
  messages: [
    effect(
      'sms',
      'Gigafibre : vos services sont suspendus, solde de 530,05 $. Payez ici et tout revient en une minute : giga.exemple/p/9F4M',
    ),
  ],
  network: [effect('radius', 'RADIUS : fibre-1g → jardin-clos')],
  charges: [],
  rules: [
    { code: 'over_50', source: 'CRTC', fact: 'Plus de 50,00 $ et de 2 mois', passed: true },
    { code: 'notice_14', source: 'CRTC', fact: 'Avis de 14 j, 13 nov.', passed: true },
    { code: 'no_arrangement', source: 'Politique', fact: 'Aucun accord ouvert', passed: true },
  ],
  parked: [],
}

const months = Array.from(
  { length: 13 },
  (_, n) => `${n < 2 ? 2025 : 2026}-${String(((n + 10) % 12) + 1).padStart(2, '0')}-01`,
)
const levels = [641, 644, 645, 649, 653, 654, 659, 662, 661, 664, 667, 669, 671]

export const dashboard = {
  today: '2026-11-30',
  received: {
    amount: '38461.27',
    count: 412,
    automatic: 346,
    month_amount: '761204.11',
    month_count: 6012,
    returned: '149.92',
  },
  overdue: { amount: '49768.53', customers: 214 },
  receivable: {
    amount: '462576.03',
    credits: '1204.11',
    buckets: [
      { bucket: 'current', amount: '412807.50' },
      { bucket: 'days_1_30', amount: '27643.18' },
      { bucket: 'days_31_60', amount: '11209.45' },
      { bucket: 'days_61_90', amount: '6033.80' },
      { bucket: 'over_90', amount: '4882.10' },
    ],
  },
  customers: { active: 6201, suspended: 57, prospects: 3, arrived: 83, departed: 47 },
  invoiced: { amount: '786172.93', before: '781634.75', count: 6201, month: '2026-11-01' },
  recurring: {
    amount: '671903.08',
    difference: '2394.00',
    subscriptions: 21876,
    series: months.map((month, n) => ({ month, amount: `${levels[n]}903.08` })),
  },
  movement: months.map((month, n) => ({
    month,
    arrived: 60 + ((n * 17) % 50),
    departed: 40 + ((n * 23) % 40),
  })),
  money: months.map((month, n) => ({
    month,
    invoiced: `${760 + n}903.08`,
    received: `${740 + ((n * 13) % 40)}120.00`,
  })),
  moves: months.slice(1).map((month, n) => ({
    month,
    new: { amount: `${3200 + n * 40}.00`, customers: 52 + n, services: 96 + n },
    returned: { amount: '310.00', customers: 5, services: 9 },
    up: { amount: `${900 + n * 25}.00`, customers: 60, services: 12 },
    down: { amount: `-${400 + n * 10}.00`, customers: 31, services: -8 },
    churned: { amount: `-${1900 + n * 30}.00`, customers: 30 + n, services: -61 },
    customer_churn: '0.76',
    revenue_churn: '0.36',
  })),
  jobs: { today: 28, done: 7, under_way: 6, late: 1, unassigned: 3 },
  issues: { open: 12, mine: 3, urgent: 2, unassigned: 4 },
  arrangements: { count: 12, amount: '1804.20' },
  last_run: {
    date: '2026-11-01',
    state: 'done',
    confirmed_by: 'Maude Gagnon',
    customers: { issued: 6201, parked: 14, nothing: 22 },
  },
  next_run: { date: '2026-12-01', customers: 6201, amount: '683777.29' },
  todo: [
    {
      kind: 'run',
      count: 14,
      text: '14 abonnements parqués',
      detail: 'Aperçu du 1 déc., environ 814,50 $',
      url: '/parked-work',
    },
    {
      kind: 'overdue',
      count: 38,
      text: '38 comptes prêts à couper',
      detail: 'Avis de 24 h livrés, sans accord',
      url: '/customers?view=overdue',
    },
    { kind: 'parked', count: 2, text: '2 travaux parqués', detail: 'depuis 2 h', url: '/parked-work' },
  ],
}

export const aging = {
  on: '2026-11-30',
  totals: {
    current: '412807.50',
    days_1_30: '27643.18',
    days_31_60: '11209.45',
    days_61_90: '6033.80',
    over_90: '4882.10',
    owed: '462576.03',
    credits: '1204.11',
    balance: '461371.92',
  },
  count: 4211,
}

const row = (number, name, kind, opening, debit, credit, closing) => ({
  number,
  name,
  kind,
  opening,
  debit,
  credit,
  closing,
})
export const trialBalance = {
  first: '2026-11-01',
  last: '2026-11-30',
  rows: [
    row('1060', 'Comptes clients', 'asset', '451204.11', '786172.93', '776005.12', '461371.92'),
    row('2310', 'TPS à remettre', 'liability', '-31204.40', '0.00', '34188.86', '-65393.26'),
    row('4010', 'Revenus, internet', 'income', '0.00', '0.00', '751984.07', '-751984.07'),
    row('1010', 'Banque', 'asset', '-419999.71', '776005.12', '0.00', '356005.41'),
  ],
  debit: '1562178.05',
  credit: '1562178.05',
}

const column = (name, label, kind = 'text', more = {}) => ({
  name,
  label,
  kind,
  sort: false,
  total: false,
  off: false,
  options: [],
  ...more,
})
const filter = (name, label, kind = 'choice', options = {}) => ({
  name,
  label,
  kind,
  options: Object.entries(options).map(([value, text]) => ({ value, label: text })),
})
const view = (name, label, filters = {}, sort = '') => ({ name, label, filters, sort })
const sorts = { sort: true }

export const lists = {
  customers: {
    name: 'customers',
    label: 'Clients',
    search: true,
    default_sort: 'name',
    columns: [
      column('name', 'Client', 'text', sorts),
      column('number', 'Numéro', 'id', sorts),
      column('city', 'Municipalité', 'text', sorts),
      column('status', 'État', 'choice'),
      column('services', 'Services', 'words'),
      column('monthly', 'Par mois', 'money', sorts),
      column('balance', 'Solde', 'money', { ...sorts, off: true }),
      column('overdue', 'En retard', 'money', { ...sorts, total: true }),
      column('overdue_days', 'Jours', 'number', sorts),
      column('payment_method', 'Mode', 'choice'),
      column('since', 'Client depuis', 'day', sorts),
    ],
    filters: [
      filter('status', 'État', 'choice', { active: 'Actif', suspended: 'Suspendu', terminated: 'Résilié' }),
      filter('segment', 'Type', 'choice', { residential: 'Résidentiel', commercial: 'Commercial' }),
      filter('overdue', 'En retard', 'flag'),
      filter('city', 'Municipalité', 'text'),
    ],
    views: [
      view('all', 'Tous'),
      view('overdue', 'En retard', { overdue: 'true' }, '-overdue'),
      view('suspended', 'Suspendus', { status: 'suspended' }),
      view('commercial', 'Commercial', { segment: 'commercial' }),
    ],
  },
  payments: {
    name: 'payments',
    label: 'Paiements',
    search: true,
    default_sort: '-date',
    columns: [
      column('number', 'Numéro', 'id'),
      column('date', 'Date', 'day', sorts),
      column('customer', 'Client', 'id'),
      column('customer_name', 'Nom', 'text', sorts),
      column('mode', 'Mode', 'choice', {
        options: [
          { value: 'card', label: 'Carte' },
          { value: 'cheque', label: 'Chèque' },
        ],
      }),
      column('reference', 'Référence'),
      column('amount', 'Montant', 'money', { ...sorts, total: true }),
      column('unapplied', 'Non imputé', 'money', { ...sorts, total: true }),
      column('reversed', 'Renversé', 'flag'),
    ],
    filters: [
      filter('mode', 'Mode', 'choice', { card: 'Carte', cheque: 'Chèque' }),
      filter('date_from', 'Date, du', 'day'),
      filter('amount_min', 'Montant, au moins', 'money'),
    ],
    views: [view('all', 'Tous'), view('cheques', 'Chèques', { mode: 'cheque' })],
  },
  parked: {
    name: 'parked',
    label: 'Travaux parqués',
    search: true,
    default_sort: 'since',
    columns: [
      column('error', 'Cause'),
      column('kind', 'Genre', 'choice', {
        options: [
          { value: 'delivery', label: 'Suite d’un événement' },
          { value: 'intent', label: 'Effet à l’extérieur' },
        ],
      }),
      column('what', 'Travail', 'text', sorts),
      column('subject', 'Sur', 'text', sorts),
      column('state', 'État', 'choice'),
      column('attempts', 'Essais', 'number', sorts),
      column('behind', 'Attendent derrière', 'number', sorts),
      column('since', 'Depuis', 'instant', sorts),
      column('work', 'Numéro', 'id', { off: true }),
    ],
    filters: [
      filter('kind', 'Genre', 'choice', {
        delivery: 'Suite d’un événement',
        intent: 'Effet à l’extérieur',
      }),
    ],
    views: [view('all', 'Tous'), view('effects', 'Vers l’extérieur', { kind: 'intent' })],
  },
  trialBalance: {
    name: 'trial_balance',
    label: 'Balance de vérification',
    search: true,
    default_sort: 'account',
    columns: [
      column('account', 'Compte', 'id', { sort: true }),
      column('name', 'Nom', 'text', { sort: true }),
      ...[
        ['opening', 'Ouverture'],
        ['debit', 'Débit'],
        ['credit', 'Crédit'],
        ['closing', 'Fermeture'],
      ].map(([name, label]) => column(name, label, 'money', { sort: true, total: true })),
    ],
    filters: [
      filter('from', 'Du', 'day'),
      filter('to', 'Au', 'day'),
      filter('kind', 'Genre', 'choice', { asset: 'Actif', liability: 'Passif', revenue: 'Produits' }),
    ],
    views: [view('all', 'Tous'), view('asset', 'Actif', { kind: 'asset' })],
  },
}

export const payments = Array.from({ length: 60 }, (_, n) => ({
  number: `PAY-2026-${String(1200 - n).padStart(5, '0')}`,
  date: `2026-11-${String(30 - (n % 28)).padStart(2, '0')}`,
  customer: customers[n].number,
  customer_name: customers[n].name,
  mode: n % 5 ? 'card' : 'cheque',
  reference: n % 5 ? '' : String(400 + n),
  amount: cents(5495 + ((n * 1733) % 20000)),
  unapplied: n % 9 === 2 ? '12.50' : '0.00',
  reversed: n % 17 === 5,
}))

export const switches = [
  {
    code: 'billing_run',
    label: 'Facturation mensuelle',
    about: 'Lance la facturation du mois sans qu’on la demande.',
    on: true,
    on_since: '2026-11-02T14:00:00Z',
    changed_by: 'Maude Gagnon',
    changed_at: '2026-11-02T14:00:00Z',
    reason: 'Essai réussi',
  },
  {
    code: 'messages',
    label: 'Messages sortants',
    about: 'Envoie courriels et textos aux clients.',
    on: false,
    on_since: null,
    changed_by: '',
    changed_at: null,
    reason: '',
  },
]
