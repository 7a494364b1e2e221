import type { RouteRecordRaw } from 'vue-router'

/** Pages of what customers have, are charged and pay. */
export const billingRoutes: RouteRecordRaw[] = [
  {
    path: '/subscriptions',
    name: 'subscriptions',
    component: () => import('../pages/SubscriptionsPage.vue'),
    meta: { title: 'nav.subscriptions', permission: 'subscriptions.read', words: ['subscription'] },
  },
  {
    path: '/subscriptions/:number(SUB-\\d+)',
    name: 'subscription',
    component: () => import('../pages/SubscriptionPage.vue'),
    meta: {
      title: 'nav.subscription',
      above: 'subscriptions',
      permission: 'subscriptions.read',
      words: ['blocks', 'customer', 'leaving', 'network', 'road', 'spared', 'subscription'],
    },
  },
  {
    path: '/planned-changes',
    name: 'planned-changes',
    component: () => import('../pages/PlannedChangesPage.vue'),
    meta: { title: 'nav.planned_changes', permission: 'subscriptions.read', words: ['subscription'] },
  },
  {
    path: '/invoices',
    name: 'invoices',
    component: () => import('../pages/InvoicesPage.vue'),
    meta: { title: 'nav.invoices', permission: 'billing.read', words: ['invoice'] },
  },
  {
    path: '/invoices/new',
    name: 'new-invoice',
    component: () => import('../pages/NewInvoicePage.vue'),
    meta: {
      title: 'record.new_invoice',
      above: 'invoices',
      permission: 'billing.edit',
      words: ['credit', 'draft', 'invoice'],
    },
  },
  {
    path: '/invoices/:number(DRAFT-\\d+)/edit',
    name: 'draft',
    component: () => import('../pages/DraftPage.vue'),
    meta: {
      title: 'draft.title',
      above: 'invoices',
      permission: 'billing.read',
      words: ['credit', 'draft', 'invoice'],
    },
  },
  {
    path: '/invoices/:number',
    name: 'invoice',
    component: () => import('../pages/InvoicePage.vue'),
    meta: {
      title: 'nav.invoice',
      above: 'invoices',
      permission: 'billing.read',
      words: ['credit', 'customer', 'draft', 'invoice'],
    },
  },
  {
    path: '/invoices/:number/credit',
    name: 'credit-invoice',
    component: () => import('../pages/CreditInvoicePage.vue'),
    meta: {
      title: 'nav.credit_invoice',
      above: 'invoices',
      permission: 'billing.issue',
      words: ['credit', 'invoice'],
    },
  },
  {
    path: '/charges/:charge(\\d+)?',
    name: 'charges',
    component: () => import('../pages/ChargesPage.vue'),
    meta: { title: 'nav.charges', permission: 'billing.read', words: ['charges', 'interest'] },
  },
  {
    path: '/late-interest',
    name: 'late-interest',
    component: () => import('../pages/LateInterestPage.vue'),
    meta: { title: 'nav.late_interest', permission: 'billing.read', words: ['interest'] },
  },
  {
    path: '/catalog',
    name: 'catalog',
    component: () => import('../pages/CatalogPage.vue'),
    meta: { title: 'nav.catalog', permission: 'catalog.read', words: ['catalog'] },
  },
  {
    path: '/catalog/plans/:code?',
    name: 'plans',
    component: () => import('../pages/PlansPage.vue'),
    meta: { title: 'nav.plans', above: 'catalog', permission: 'catalog.read', words: ['catalog'] },
  },
  {
    path: '/catalog/:sku',
    name: 'item',
    component: () => import('../pages/ItemPage.vue'),
    meta: { title: 'nav.item', above: 'catalog', permission: 'catalog.read', words: ['catalog'] },
  },
  {
    path: '/price-changes',
    name: 'price-changes',
    component: () => import('../pages/PriceChangesPage.vue'),
    meta: { title: 'nav.price_changes', permission: 'billing.read', words: ['prices'] },
  },
  {
    path: '/price-changes/new',
    name: 'new-price-change',
    component: () => import('../pages/NewPriceChangePage.vue'),
    meta: {
      title: 'nav.new_price_change',
      above: 'price-changes',
      permission: 'billing.prices',
      words: ['prices'],
    },
  },
  {
    path: '/price-changes/:number(PC-\\d+)',
    name: 'price-change',
    component: () => import('../pages/PriceChangePage.vue'),
    meta: {
      title: 'nav.price_changes',
      above: 'price-changes',
      permission: 'billing.read',
      words: ['customer', 'prices'],
    },
  },
  {
    path: '/price-notices',
    name: 'price-notices',
    component: () => import('../pages/PriceNoticesPage.vue'),
    meta: {
      title: 'prices.all_notices',
      above: 'price-changes',
      permission: 'billing.read',
      words: ['prices'],
    },
  },
  {
    path: '/arrangements',
    name: 'arrangements',
    component: () => import('../pages/ArrangementsPage.vue'),
    meta: { title: 'nav.arrangements', permission: 'collections.read', words: ['collections'] },
  },
  {
    path: '/suspensions',
    name: 'suspensions',
    component: () => import('../pages/SuspensionsPage.vue'),
    meta: {
      title: 'collections.suspensions',
      above: 'arrangements',
      permission: 'collections.read',
      words: ['collections'],
    },
  },
  {
    path: '/payments',
    name: 'payments',
    component: () => import('../pages/PaymentsPage.vue'),
    meta: { title: 'nav.payments', permission: 'payments.read', words: ['payments'] },
  },
  {
    path: '/billing-runs',
    name: 'billing-runs',
    component: () => import('../pages/BillingRunsPage.vue'),
    meta: { title: 'nav.billing_runs', permission: 'billing.read', words: ['billing'] },
  },
  {
    path: '/billing-runs/:date(\\d{4}-\\d{2}-\\d{2})',
    name: 'billing-run',
    component: () => import('../pages/BillingRunPage.vue'),
    meta: {
      title: 'nav.billing_runs',
      above: 'billing-runs',
      permission: 'billing.read',
      words: ['billing', 'printing'],
    },
  },
]
