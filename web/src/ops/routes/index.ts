import type { RouteRecordRaw } from 'vue-router'
import { billingRoutes } from './billing'
import { booksRoutes } from './books'
import { fieldRoutes } from './field'
import { messageRoutes } from './messages'
import { networkRoutes } from './network'
import { privacyRoutes } from './privacy'
import { salesRoutes } from './sales'
import { settingsRoutes } from './settings'
import { supportRoutes } from './support'

/** Every page of ops; each is its own chunk. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'dashboard',
    component: () => import('../pages/DashboardPage.vue'),
    meta: { title: 'nav.dashboard', words: ['dashboard', 'ledger', 'parked'] },
  },
  {
    path: '/recurring-moves',
    name: 'moves',
    component: () => import('../pages/MovesPage.vue'),
    meta: { title: 'dashboard.moves', permission: 'reports.read', words: ['dashboard'] },
  },
  {
    path: '/customers',
    name: 'customers',
    component: () => import('../pages/CustomersPage.vue'),
    meta: { title: 'nav.customers', permission: 'crm.read', words: ['customers'] },
  },
  {
    path: '/locations',
    name: 'locations',
    component: () => import('../pages/LocationsPage.vue'),
    meta: { title: 'nav.locations', permission: 'crm.read', words: ['locations'] },
  },
  {
    path: '/locations/points',
    name: 'location-points',
    component: () => import('../pages/LocationPointsPage.vue'),
    meta: {
      title: 'locations.points',
      above: 'locations',
      permission: 'crm.read',
      words: ['locations', 'map'],
    },
  },
  {
    path: '/switches',
    name: 'switches',
    component: () => import('../pages/SwitchesPage.vue'),
    meta: { title: 'nav.switches', permission: 'identity.read', words: ['switches'] },
  },
  {
    path: '/customers/:number(C-\\d+)',
    name: 'customer',
    component: () => import('../pages/CustomerPage.vue'),
    meta: {
      title: 'nav.customer',
      permission: 'crm.read',
      above: 'customers',
      words: [
        'blocks',
        'charges',
        'customer',
        'invoice',
        'leaving',
        'messages',
        'crm',
        'spared',
        'subscription',
        'support',
      ],
    },
  },
  {
    path: '/batches/:batch(\\d+)',
    name: 'batch',
    component: () => import('../pages/BatchPage.vue'),
    meta: { title: 'many.batch' },
  },
  {
    path: '/notices',
    name: 'notices',
    component: () => import('../pages/NoticesPage.vue'),
    meta: { title: 'notices.title' },
  },
  {
    path: '/parked-work/:work([a-z]+:\\d+)?',
    name: 'parked-work',
    component: () => import('../pages/ParkedWorkPage.vue'),
    meta: { title: 'nav.parked', permission: 'kernel.parked', words: ['parked', 'settings'] },
  },
  {
    path: '/imports',
    name: 'imports',
    component: () => import('../pages/ImportsPage.vue'),
    meta: { title: 'nav.imports', permission: 'legacy.read', words: ['imports'] },
  },
  {
    path: '/imports/:number(\\d+)',
    name: 'import',
    component: () => import('../pages/ImportPage.vue'),
    meta: { title: 'nav.imports', above: 'imports', permission: 'legacy.read', words: ['imports'] },
  },
  {
    path: '/imports/catalogue',
    name: 'catalogue-compared',
    component: () => import('../pages/CataloguePage.vue'),
    meta: { title: 'imports.catalogue', above: 'imports', permission: 'legacy.read', words: ['imports'] },
  },
  {
    path: '/recomputed',
    name: 'recomputed',
    component: () => import('../pages/RecomputedPage.vue'),
    meta: {
      title: 'imports.recomputation',
      above: 'imports',
      permission: 'legacy.read',
      words: ['imports'],
    },
  },
  {
    path: '/imports/shadow/:day(\\d{4}-\\d\\d-\\d\\d)?',
    name: 'shadow',
    component: () => import('../pages/ShadowPage.vue'),
    meta: { title: 'nav.shadow', above: 'imports', permission: 'legacy.shadow', words: ['shadow'] },
  },
  {
    path: '/imports/shadow/board/:difference(\\d+)?',
    name: 'shadow-board',
    component: () => import('../pages/ShadowBoardPage.vue'),
    meta: { title: 'nav.shadow_board', above: 'shadow', permission: 'legacy.shadow', words: ['shadow'] },
  },
  ...salesRoutes,
  ...billingRoutes,
  ...supportRoutes,
  ...fieldRoutes,
  ...networkRoutes,
  ...messageRoutes,
  ...booksRoutes,
  ...settingsRoutes,
  ...privacyRoutes,
  {
    path: '/login',
    name: 'login',
    component: () => import('../pages/LoginPage.vue'),
    meta: { title: 'login.title', open: true, words: ['login'] },
  },
  {
    path: '/login/forgotten',
    name: 'forgotten',
    component: () => import('../pages/ForgottenPage.vue'),
    meta: { title: 'login.forgotten_title', open: true, words: ['login'] },
  },
  {
    path: '/login/choose',
    name: 'choose-password',
    component: () => import('../pages/ChoosePasswordPage.vue'),
    meta: { title: 'login.choose_title', open: true, words: ['login'] },
  },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('../pages/NotFoundPage.vue'),
    meta: { title: 'problem.not_found' },
  },
]
