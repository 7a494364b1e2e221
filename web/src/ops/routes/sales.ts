import type { RouteRecordRaw } from 'vue-router'

/** Pages of quotations, contracts and their legal texts. */
export const salesRoutes: RouteRecordRaw[] = [
  {
    path: '/quotations',
    name: 'quotations',
    component: () => import('../pages/QuotationsPage.vue'),
    meta: { title: 'nav.quotations', permission: 'sales.read', words: ['sales'] },
  },
  {
    path: '/quotations/new',
    name: 'new-offer',
    component: () => import('../pages/NewOfferPage.vue'),
    meta: {
      title: 'sales.new',
      above: 'quotations',
      permission: 'sales.edit',
      words: ['sales', 'network'],
    },
  },
  {
    path: '/quotations/:number(QUO-\\d+)',
    name: 'quotation',
    component: () => import('../pages/QuotationPage.vue'),
    meta: { title: 'nav.quotation', above: 'quotations', permission: 'sales.read', words: ['sales'] },
  },
  {
    path: '/quotations/:number(QUO-\\d+)/edit',
    name: 'edit-quotation',
    component: () => import('../pages/EditQuotationPage.vue'),
    meta: { title: 'sales.edit', above: 'quotations', permission: 'sales.edit', words: ['sales'] },
  },
  {
    path: '/contracts',
    name: 'contracts',
    component: () => import('../pages/ContractsPage.vue'),
    meta: { title: 'nav.contracts', permission: 'sales.read', words: ['sales'] },
  },
  {
    path: '/contracts/:number(CTR-\\d+)',
    name: 'contract',
    component: () => import('../pages/ContractPage.vue'),
    meta: { title: 'nav.contract', above: 'contracts', permission: 'sales.read', words: ['road', 'sales'] },
  },
  {
    path: '/legal-texts/:text([a-z0-9_]+-\\d+)?',
    name: 'legal-texts',
    component: () => import('../pages/LegalTextsPage.vue'),
    meta: { title: 'nav.legal_texts', above: 'contracts', permission: 'sales.read', words: ['sales'] },
  },
]
