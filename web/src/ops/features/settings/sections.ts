import type { IconName } from '@/shared/ui/icon-names'

/** One section of the settings: its route, which says its name and who may open it. */
export interface SettingsSection {
  route: string
  icon: IconName
  /** Catalogue key of what one finds there. */
  about: string
}

/** The settings, group by group; a section of one's own is added here and as a route of `routes/settings.ts`. */
export const sections: { group: string; items: SettingsSection[] }[] = [
  {
    group: 'settings.group_company',
    items: [
      { route: 'settings-company', icon: 'building-2', about: 'settings.about_company' },
      { route: 'settings-addresses', icon: 'globe', about: 'settings.about_addresses' },
      { route: 'settings-rules', icon: 'scale', about: 'settings.about_rules' },
      { route: 'settings-taxes', icon: 'percent', about: 'settings.about_taxes' },
      { route: 'settings-accounts', icon: 'book-open-check', about: 'settings.about_accounts' },
      { route: 'settings-series', icon: 'list-checks', about: 'settings.about_series' },
      { route: 'settings-address-files', icon: 'map-pin-house', about: 'settings.about_address_files' },
      { route: 'settings-texts', icon: 'file-text', about: 'settings.about_texts' },
    ],
  },
  {
    group: 'settings.group_programs',
    items: [{ route: 'settings-webhooks', icon: 'zap', about: 'settings.about_webhooks' }],
  },
  {
    group: 'settings.group_people',
    items: [
      { route: 'settings-account', icon: 'user', about: 'settings.about_account' },
      { route: 'settings-users', icon: 'users', about: 'settings.about_users' },
      { route: 'settings-departments', icon: 'users', about: 'settings.about_departments' },
      { route: 'settings-roles', icon: 'shield-check', about: 'settings.about_roles' },
      { route: 'settings-tokens', icon: 'lock', about: 'settings.about_tokens' },
      { route: 'settings-login', icon: 'key-round', about: 'settings.about_login' },
      { route: 'settings-sessions', icon: 'smartphone', about: 'settings.about_sessions' },
      { route: 'settings-logins', icon: 'history', about: 'settings.about_logins' },
    ],
  },
  {
    group: 'settings.group_system',
    items: [
      { route: 'settings-integrations', icon: 'network', about: 'settings.about_integrations' },
      { route: 'settings-jobs', icon: 'repeat-2', about: 'settings.about_jobs' },
      { route: 'settings-audit', icon: 'history', about: 'settings.about_audit' },
      { route: 'desk', icon: 'database', about: 'settings.about_desk' },
    ],
  },
]
