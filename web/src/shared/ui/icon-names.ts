/** Every Lucide icon in use; the build bundles these and no other, and a test finds those nobody uses. */
export const iconNames = [
  'check',
  'chevron-right',
  'circle-alert',
  'circle-help',
  'clock',
  'cloud-off',
  'layout-dashboard',
  'lock',
  'log-out',
  'menu',
  'moon',
  'panel-left-close',
  'panel-left-open',
  'refresh-cw',
  'search',
  'sun',
  'sun-moon',
  'users',
  'x',
] as const

/** Name of a bundled icon. */
export type IconName = (typeof iconNames)[number]
