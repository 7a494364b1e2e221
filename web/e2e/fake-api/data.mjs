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
    services: services[n % 5],
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
    id: '41',
    kind: 'event',
    subject: 'SUB-19822',
    title: 'subscriptions.price_changed → processes.bill_the_change',
    reason: "Aucun prix sur l'article TV-SPORT-26",
    parked_at: '2026-11-30T14:58:00Z',
    attempts: 5,
    waiting: 2,
    retry_action: 'kernel.retry_delivery',
    skip_action: 'kernel.skip_delivery',
    url: null,
  },
  {
    id: '42',
    kind: 'intent',
    subject: 'C-1288',
    title: 'Facture par courriel',
    reason: 'Adresse courriel inexistante',
    parked_at: '2026-11-30T13:12:00Z',
    attempts: 3,
    waiting: 0,
    retry_action: 'kernel.retry_intent',
    skip_action: 'kernel.skip_intent',
    url: '/customers/C-1288',
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
  permissions: [
    'crm.read',
    'crm.write',
    'kernel.read_parked',
    'kernel.work_parked',
    'collections.suspend',
    'billing.read',
    'ledger.read',
    'payments.read',
  ],
  provider: { name: 'Gigafibre', accent: null },
  csrf: 'fake',
}

export const actions = [
  {
    name: 'collections.suspend_customer',
    permission: 'collections.suspend',
    summary: 'Suspendre le client',
    description: 'Suspendre tous les abonnements actifs à partir d’un jour.',
    allowed: true,
    schema: {
      type: 'object',
      required: ['customer', 'reason', 'on'],
      properties: {
        customer: { type: 'string', title: 'Client' },
        reason: { type: 'string', title: 'Motif', enum: ['non_payment', 'requested', 'fraud'] },
        on: { type: 'string', format: 'date', title: 'À partir du' },
        note: {
          anyOf: [{ type: 'string', maxLength: 500 }, { type: 'null' }],
          title: 'Note au dossier',
          default: null,
        },
      },
    },
  },
  {
    name: 'crm.add_note',
    permission: 'crm.write',
    summary: 'Ajouter une note',
    description: '',
    allowed: true,
    schema: {
      type: 'object',
      required: ['subject', 'text'],
      properties: { subject: { type: 'string' }, text: { type: 'string' } },
    },
  },
  {
    name: 'kernel.retry_delivery',
    permission: 'kernel.work_parked',
    summary: 'Réessayer',
    description: '',
    allowed: true,
    schema: { type: 'object', required: ['delivery'], properties: { delivery: { type: 'string' } } },
  },
  {
    name: 'kernel.skip_delivery',
    permission: 'kernel.work_parked',
    summary: 'Passer outre',
    description: '',
    allowed: true,
    schema: {
      type: 'object',
      required: ['delivery', 'reason'],
      properties: { delivery: { type: 'string' }, reason: { type: 'string', title: 'Raison', minLength: 3 } },
    },
  },
]

export const preview = {
  changes: [
    {
      subject: 'SUB-14120',
      label: 'Internet Fibre 1 Gbit',
      field: 'État',
      before: 'Actif',
      after: 'Suspendu',
    },
    {
      subject: 'SUB-14121',
      label: 'Téléphonie résidentielle',
      field: 'État',
      before: 'Actif',
      after: 'Suspendu',
    },
    { subject: 'C-3318', label: 'Client', field: 'État', before: 'Actif', after: 'Suspendu' },
  ],
  money: [
    { label: 'Internet, 1 jour sur 30', amount: '-3.00', arithmetic: '89,95 × 1/30' },
    { label: 'Téléphonie, 1 jour sur 30', amount: '-0.83', arithmetic: '24,95 × 1/30' },
  ],
  messages: [
    {
      channel: 'sms',
      to: '+14505550196',
      text: 'Gigafibre : vos services sont suspendus, solde de 530,05 $. Payez ici et tout revient en une minute : giga.exemple/p/9F4M',
    },
  ],
  network: [{ text: 'RADIUS : fibre-1g → jardin-clos' }],
  rules: [
    { code: 'over_50', source: 'CRTC', fact: 'Plus de 50,00 $ et de 2 mois', passed: true },
    { code: 'notice_14', source: 'CRTC', fact: 'Avis de 14 j, 13 nov.', passed: true },
  ],
  parked: [],
}
