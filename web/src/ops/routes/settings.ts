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
    path: '/settings/company',
    name: 'settings-company',
    component: () => import('../pages/settings/CompanyPage.vue'),
    meta: {
      title: 'settings.company',
      above: 'settings',
      permission: 'kernel.settings',
      words: ['settings'],
    },
  },
  {
    path: '/settings/addresses',
    name: 'settings-addresses',
    component: () => import('../pages/settings/AddressesPage.vue'),
    meta: {
      title: 'settings.addresses',
      above: 'settings',
      permission: 'kernel.settings',
      words: ['settings'],
    },
  },
  {
    path: '/settings/rules',
    name: 'settings-rules',
    component: () => import('../pages/settings/RulesPage.vue'),
    meta: { title: 'settings.rules', above: 'settings', permission: 'kernel.settings', words: ['settings'] },
  },
  {
    path: '/settings/taxes',
    name: 'settings-taxes',
    component: () => import('../pages/settings/TaxesPage.vue'),
    meta: {
      title: 'settings.taxes',
      above: 'settings',
      permission: 'billing.rules',
      words: ['settings'],
    },
  },
  {
    path: '/settings/tax-categories',
    name: 'settings-tax-categories',
    component: () => import('../pages/settings/TaxCategoriesPage.vue'),
    meta: {
      title: 'settings.tax_categories',
      above: 'settings-taxes',
      permission: 'billing.rules',
      words: ['settings'],
    },
  },
  {
    path: '/settings/accounts',
    name: 'settings-accounts',
    component: () => import('../pages/settings/AccountsPage.vue'),
    meta: {
      title: 'settings.accounts',
      above: 'settings',
      permission: 'ledger.read',
      words: ['settings'],
    },
  },
  {
    path: '/settings/texts',
    name: 'settings-texts',
    component: () => import('../pages/settings/TextsPage.vue'),
    meta: { title: 'settings.texts', above: 'settings', permission: 'messaging.read', words: ['settings'] },
  },
  {
    path: '/settings/address-files',
    name: 'settings-address-files',
    component: () => import('../pages/settings/AddressFilesPage.vue'),
    meta: {
      title: 'settings.address_files',
      above: 'settings',
      permission: 'crm.read',
      words: ['settings', 'locations'],
    },
  },
  {
    path: '/settings/series',
    name: 'settings-series',
    component: () => import('../pages/settings/SeriesPage.vue'),
    meta: { title: 'settings.series', above: 'settings', permission: 'kernel.settings', words: ['settings'] },
  },
  {
    path: '/settings/integrations',
    name: 'settings-integrations',
    component: () => import('../pages/settings/IntegrationsPage.vue'),
    meta: {
      title: 'settings.integrations',
      above: 'settings',
      permission: 'kernel.integrations',
      words: ['settings'],
    },
  },
  {
    path: '/settings/jobs',
    name: 'settings-jobs',
    component: () => import('../pages/settings/JobsPage.vue'),
    meta: {
      title: 'settings.jobs',
      above: 'settings',
      permission: 'kernel.parked',
      words: ['settings'],
    },
  },
  {
    path: '/settings/audit/:entry(\\d+)?',
    name: 'settings-audit',
    component: () => import('../pages/settings/AuditPage.vue'),
    // Addresses kept from when the words had a field of their own.
    beforeEnter: ({ path, query: { text, ...query } }) =>
      text ? { path, query: { ...query, q: text } } : true,
    meta: { title: 'settings.audit', above: 'settings', permission: 'kernel.audit', words: ['settings'] },
  },
  {
    path: '/settings/account',
    name: 'settings-account',
    component: () => import('../pages/settings/AccountPage.vue'),
    meta: { title: 'settings.account', above: 'settings', words: ['account', 'settings'] },
  },
  {
    path: '/settings/users',
    name: 'settings-users',
    component: () => import('../pages/settings/UsersPage.vue'),
    meta: { title: 'settings.users', above: 'settings', permission: 'identity.read', words: ['settings'] },
  },
  {
    path: '/settings/departments',
    name: 'settings-departments',
    component: () => import('../pages/settings/DepartmentsPage.vue'),
    meta: {
      title: 'settings.departments',
      above: 'settings',
      permission: 'identity.read',
      words: ['settings'],
    },
  },
  {
    path: '/settings/roles',
    name: 'settings-roles',
    component: () => import('../pages/settings/RolesPage.vue'),
    meta: { title: 'settings.roles', above: 'settings', permission: 'identity.read', words: ['settings'] },
  },
  {
    path: '/settings/roles/:code',
    name: 'settings-role',
    component: () => import('../pages/settings/RolePage.vue'),
    meta: {
      title: 'settings.role',
      above: 'settings-roles',
      permission: 'identity.read',
      words: ['settings'],
    },
  },
  {
    path: '/settings/logins',
    name: 'settings-logins',
    component: () => import('../pages/settings/LoginsPage.vue'),
    meta: { title: 'settings.logins', above: 'settings', permission: 'identity.read', words: ['settings'] },
  },
  {
    path: '/settings/tokens',
    name: 'settings-tokens',
    component: () => import('../pages/settings/TokensPage.vue'),
    meta: {
      title: 'settings.tokens',
      above: 'settings',
      permission: 'identity.read',
      words: ['settings', 'once'],
    },
  },
  {
    path: '/settings/login',
    name: 'settings-login',
    component: () => import('../pages/settings/CompanyLoginPage.vue'),
    meta: {
      title: 'settings.login',
      above: 'settings',
      permission: 'identity.admin',
      words: ['company_login', 'settings'],
    },
  },
  {
    path: '/settings/sessions',
    name: 'settings-sessions',
    component: () => import('../pages/settings/SessionsPage.vue'),
    meta: { title: 'settings.sessions', above: 'settings', permission: 'identity.read', words: ['settings'] },
  },
  {
    path: '/settings/webhooks/:endpoint(\\d+)?',
    name: 'settings-webhooks',
    component: () => import('../pages/settings/WebhooksPage.vue'),
    meta: {
      title: 'settings.webhooks',
      above: 'settings',
      permission: 'webhooks.read',
      words: ['settings', 'webhooks', 'once'],
    },
  },
  {
    path: '/settings/webhooks/deliveries/:delivery(\\d+)?',
    name: 'settings-webhook-deliveries',
    component: () => import('../pages/settings/WebhookDeliveriesPage.vue'),
    meta: {
      title: 'settings.webhook_deliveries',
      above: 'settings-webhooks',
      permission: 'webhooks.read',
      words: ['settings', 'webhooks'],
    },
  },
  {
    // Pages of the server's own: the browser goes there, also from the login.
    path: '/desk/',
    name: 'desk',
    component: () => import('../pages/settings/DeskPage.vue'),
    meta: { title: 'nav.desk', above: 'settings', permission: 'kernel.desk' },
  },
  {
    path: '/desk/:rest(.*)+',
    name: 'desk-page',
    component: () => import('../pages/settings/DeskPage.vue'),
    meta: { title: 'nav.desk', permission: 'kernel.desk' },
  },
]
