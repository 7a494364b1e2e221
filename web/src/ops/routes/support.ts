import type { RouteRecordRaw } from 'vue-router'

/** Pages of issues. */
export const supportRoutes: RouteRecordRaw[] = [
  {
    path: '/issues',
    name: 'issues',
    component: () => import('../pages/IssuesPage.vue'),
    meta: { title: 'nav.issues', permission: 'support.read', words: ['support'] },
  },
  {
    path: '/issues/:number(ISS-\\d+)',
    name: 'issue',
    component: () => import('../pages/IssuePage.vue'),
    meta: { title: 'nav.issue', above: 'issues', permission: 'support.read', words: ['support'] },
  },
]
