import type { RouteRecordRaw } from 'vue-router'

/** Every page of ops; each is its own chunk. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'dashboard',
    component: () => import('./pages/DashboardPage.vue'),
    meta: { title: 'nav.dashboard' },
  },
  {
    path: '/customers',
    name: 'customers',
    component: () => import('./pages/CustomersPage.vue'),
    meta: { title: 'nav.customers', permission: 'crm.read' },
  },
  {
    path: '/invoices',
    name: 'invoices',
    component: () => import('./pages/InvoicesPage.vue'),
    meta: { title: 'nav.invoices', permission: 'billing.read' },
  },
  {
    path: '/invoices/:number',
    name: 'invoice',
    component: () => import('./pages/InvoicePage.vue'),
    meta: { title: 'nav.invoice', above: 'invoices', permission: 'billing.read' },
  },
  {
    path: '/invoices/:number/credit',
    name: 'credit-invoice',
    component: () => import('./pages/CreditInvoicePage.vue'),
    meta: { title: 'nav.credit_invoice', above: 'invoices', permission: 'billing.issue' },
  },
  {
    path: '/payments',
    name: 'payments',
    component: () => import('./pages/PaymentsPage.vue'),
    meta: { title: 'nav.payments', permission: 'payments.read' },
  },
  {
    path: '/switches',
    name: 'switches',
    component: () => import('./pages/SwitchesPage.vue'),
    meta: { title: 'nav.switches', permission: 'identity.read' },
  },
  {
    path: '/customers/:number(C-\\d+)',
    name: 'customer',
    component: () => import('./pages/CustomerPage.vue'),
    meta: { title: 'nav.customer', permission: 'crm.read', above: 'customers' },
  },
  {
    path: '/accounting',
    name: 'accounting',
    component: () => import('./pages/AccountingPage.vue'),
    meta: { title: 'nav.accounting', permission: 'ledger.read' },
  },
  {
    path: '/accounting/general-ledger',
    name: 'general-ledger',
    component: () => import('./pages/GeneralLedgerPage.vue'),
    meta: { title: 'books.general_ledger', above: 'accounting', permission: 'ledger.read' },
  },
  {
    path: '/accounting/aging',
    name: 'aging',
    component: () => import('./pages/AgingPage.vue'),
    meta: { title: 'books.aging', above: 'accounting', permission: 'ledger.read' },
  },
  {
    path: '/accounting/revenue',
    name: 'revenue',
    component: () => import('./pages/RevenuePage.vue'),
    meta: { title: 'books.revenue', above: 'accounting', permission: 'ledger.read' },
  },
  {
    path: '/accounting/taxes',
    name: 'taxes',
    component: () => import('./pages/TaxReturnPage.vue'),
    meta: { title: 'books.taxes', above: 'accounting', permission: 'ledger.read' },
  },
  {
    path: '/accounting/taxes/documents',
    name: 'tax-documents',
    component: () => import('./pages/TaxDocumentsPage.vue'),
    meta: { title: 'books.taxes', above: 'accounting', permission: 'ledger.read' },
  },
  {
    path: '/accounting/closing',
    name: 'closing',
    component: () => import('./pages/ClosingPage.vue'),
    meta: { title: 'closing.title', above: 'accounting', permission: 'ledger.read' },
  },
  {
    path: '/parked-work',
    name: 'parked-work',
    component: () => import('./pages/ParkedWorkPage.vue'),
    meta: { title: 'nav.parked', permission: 'kernel.parked' },
  },
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./pages/ImportsPage.vue'),
    meta: { title: 'nav.imports', permission: 'legacy.read' },
  },
  {
    path: '/imports/:number(\\d+)',
    name: 'import',
    component: () => import('./pages/ImportPage.vue'),
    meta: { title: 'nav.imports', above: 'imports', permission: 'legacy.read' },
  },
  {
    path: '/billing-runs',
    name: 'billing-runs',
    component: () => import('./pages/BillingRunsPage.vue'),
    meta: { title: 'nav.billing_runs', permission: 'billing.read' },
  },
  {
    path: '/billing-runs/:date(\\d{4}-\\d{2}-\\d{2})',
    name: 'billing-run',
    component: () => import('./pages/BillingRunPage.vue'),
    meta: { title: 'nav.billing_runs', above: 'billing-runs', permission: 'billing.read' },
  },
  {
    path: '/login',
    name: 'login',
    component: () => import('./pages/LoginPage.vue'),
    meta: { title: 'login.title', open: true },
  },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'problem.not_found' },
  },
]
