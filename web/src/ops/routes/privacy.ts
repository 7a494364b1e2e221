import type { RouteRecordRaw } from 'vue-router'

/** Pages of Law 25: what people ask about their information, and incidents. */
export const privacyRoutes: RouteRecordRaw[] = [
  {
    path: '/privacy/requests',
    name: 'privacy-requests',
    component: () => import('../pages/PrivacyRequestsPage.vue'),
    meta: { permission: 'privacy.read', words: ['privacy'], title: 'nav.privacy_requests' },
  },
  {
    path: '/privacy/requests/:number(PRV-\\d+)',
    name: 'privacy-request',
    component: () => import('../pages/PrivacyRequestPage.vue'),
    meta: {
      permission: 'privacy.read',
      words: ['privacy', 'settings'],
      title: 'nav.privacy_requests',
      above: 'privacy-requests',
    },
  },
  {
    path: '/privacy/exports',
    name: 'privacy-exports',
    component: () => import('../pages/PrivacyExportsPage.vue'),
    meta: {
      permission: 'privacy.export',
      words: ['privacy', 'once'],
      title: 'nav.privacy_exports',
      above: 'privacy-requests',
    },
  },
  {
    path: '/privacy/retention',
    name: 'privacy-retention',
    component: () => import('../pages/PrivacyRetentionPage.vue'),
    meta: {
      permission: 'privacy.read',
      words: ['privacy'],
      title: 'nav.privacy_retention',
      above: 'privacy-requests',
    },
  },
  {
    path: '/privacy/proposals',
    name: 'privacy-proposals',
    component: () => import('../pages/PrivacyProposalsPage.vue'),
    meta: {
      permission: 'privacy.anonymise',
      words: ['privacy'],
      title: 'nav.privacy_proposals',
      above: 'privacy-retention',
    },
  },
  {
    path: '/privacy/incidents',
    name: 'privacy-incidents',
    component: () => import('../pages/PrivacyIncidentsPage.vue'),
    meta: {
      permission: 'privacy.read',
      words: ['privacy'],
      title: 'nav.privacy_incidents',
      above: 'privacy-requests',
    },
  },
  {
    path: '/privacy/incidents/:number(INC-\\d+)',
    name: 'privacy-incident',
    component: () => import('../pages/PrivacyIncidentPage.vue'),
    meta: {
      permission: 'privacy.read',
      words: ['privacy'],
      title: 'nav.privacy_incidents',
      above: 'privacy-incidents',
    },
  },
]
