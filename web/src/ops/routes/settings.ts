import type { RouteRecordRaw } from 'vue-router'

/** The settings: an index, and a page per section within `SettingsFrame`. */
export const settingsRoutes: RouteRecordRaw[] = [
  {
    path: '/settings',
    name: 'settings',
    component: () => import('../pages/settings/SettingsPage.vue'),
    meta: { title: 'nav.settings', words: ['settings'] },
  },
  {
    path: '/settings/account',
    name: 'settings-account',
    component: () => import('../pages/settings/AccountPage.vue'),
    meta: { title: 'settings.account', above: 'settings', words: ['settings'] },
  },
  {
    path: '/settings/sessions',
    name: 'settings-sessions',
    component: () => import('../pages/settings/SessionsPage.vue'),
    meta: { title: 'settings.sessions', above: 'settings', permission: 'identity.read', words: ['settings'] },
  },
]
