const pages = new Set([
  'customers',
  'subscriptions',
  'invoices',
  'issues',
  'jobs',
  'quotations',
  'contracts',
  'equipment',
  'drops',
])

/** The page of a record that a list names by its number; null where there is none. */
export function recordAddress(key: string, listing: string): string | null {
  if (/^C-\d+$/.test(key)) return `/customers/${key}`
  return pages.has(listing) ? `/${listing}/${encodeURIComponent(key)}` : null
}
