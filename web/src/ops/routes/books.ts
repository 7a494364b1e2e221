import type { RouteRecordRaw } from 'vue-router'

/** Pages of the books: the ledger and the reports read from it. */
export const booksRoutes: RouteRecordRaw[] = [
  {
    path: '/accounting',
    name: 'accounting',
    component: () => import('../pages/AccountingPage.vue'),
    meta: { title: 'nav.accounting', permission: 'ledger.read', words: ['books', 'closing', 'ledger'] },
  },
  {
    path: '/accounting/general-ledger',
    name: 'general-ledger',
    component: () => import('../pages/GeneralLedgerPage.vue'),
    meta: {
      title: 'books.general_ledger',
      above: 'accounting',
      permission: 'ledger.read',
      words: ['books', 'closing', 'ledger'],
    },
  },
  {
    path: '/accounting/aging',
    name: 'aging',
    component: () => import('../pages/AgingPage.vue'),
    meta: {
      title: 'books.aging',
      above: 'accounting',
      permission: 'ledger.read',
      words: ['books', 'closing', 'ledger'],
    },
  },
  {
    path: '/accounting/revenue',
    name: 'revenue',
    component: () => import('../pages/RevenuePage.vue'),
    meta: {
      title: 'books.revenue',
      above: 'accounting',
      permission: 'ledger.read',
      words: ['books', 'closing'],
    },
  },
  {
    path: '/accounting/taxes',
    name: 'taxes',
    component: () => import('../pages/TaxReturnPage.vue'),
    meta: {
      title: 'books.taxes',
      above: 'accounting',
      permission: 'ledger.read',
      words: ['books', 'closing', 'ledger'],
    },
  },
  {
    path: '/accounting/taxes/documents',
    name: 'tax-documents',
    component: () => import('../pages/TaxDocumentsPage.vue'),
    meta: {
      title: 'books.taxes',
      above: 'accounting',
      permission: 'ledger.read',
      words: ['books', 'closing', 'ledger'],
    },
  },
  {
    path: '/accounting/deferred',
    name: 'deferred',
    component: () => import('../pages/DeferredPage.vue'),
    meta: {
      title: 'books.deferred',
      above: 'accounting',
      permission: 'ledger.read',
      words: ['books', 'closing'],
    },
  },
  {
    path: '/accounting/new-entry',
    name: 'new-entry',
    component: () => import('../pages/NewEntryPage.vue'),
    meta: {
      title: 'books.new_entry',
      above: 'general-ledger',
      permission: 'ledger.post',
      words: ['books', 'ledger'],
    },
  },
  {
    path: '/accounting/entries',
    name: 'journal',
    component: () => import('../pages/JournalPage.vue'),
    meta: {
      title: 'books.entries',
      above: 'accounting',
      permission: 'ledger.read',
      words: ['books'],
    },
  },
  {
    path: '/accounting/entries/:document',
    name: 'entries',
    component: () => import('../pages/EntriesPage.vue'),
    meta: {
      title: 'books.entries',
      above: 'journal',
      permission: 'ledger.read',
      words: ['books', 'closing', 'ledger'],
    },
  },
  {
    path: '/accounting/closing',
    name: 'closing',
    component: () => import('../pages/ClosingPage.vue'),
    meta: {
      title: 'closing.title',
      above: 'accounting',
      permission: 'ledger.read',
      words: ['books', 'closing'],
    },
  },
]
