/** What the server answers; amounts are strings, days ISO dates, instants ISO UTC. */

export type Language = 'fr' | 'en'
export type Theme = 'light' | 'dark' | 'system'

export interface SessionUser {
  username: string
  display_name: string
  initials: string
  role_labels: string[]
  language: Language
  theme: Theme
}

export interface Session {
  user: SessionUser
  permissions: string[]
  provider: { name: string; accent?: string | null }
  csrf: string
}

/** One page of a list; `count` and `totals` are of the whole filtered list, absent when too dear to compute. */
export interface Page<Row> {
  items: Row[]
  next_cursor: string | null
  count: number | null
  totals: Record<string, string> | null
}

export interface CustomerRow {
  number: string
  name: string
  kind: 'individual' | 'company'
  segment: 'residential' | 'commercial'
  status: string
  city: string | null
  services: string | null
  monthly: string
  balance: string
  overdue: string
  overdue_days: number | null
  payment_method: string | null
  since: string | null
}

export interface ParkedRow {
  id: string
  kind: string
  subject: string
  title: string
  reason: string
  parked_at: string
  attempts: number
  waiting: number
  retry_action: string | null
  skip_action: string | null
  url: string | null
}

export interface SearchItem {
  kind: string
  number: string
  title: string
  subtitle: string
  matched: { field: string; text: string } | null
  url: string
}

export interface SearchAnswer {
  items: SearchItem[]
}

export interface JsonSchema {
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  enum?: (string | number)[]
  default?: unknown
  anyOf?: JsonSchema[]
  allOf?: JsonSchema[]
  $ref?: string
  $defs?: Record<string, JsonSchema>
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  maxLength?: number
  minLength?: number
}

export interface ActionDescription {
  name: string
  permission: string
  summary: string
  description: string
  schema: JsonSchema
  allowed: boolean
}

export interface PreviewChange {
  subject: string
  label: string
  field: string
  before: string | null
  after: string | null
}

export interface Preview {
  changes: PreviewChange[]
  money: { label: string; amount: string; arithmetic: string | null }[]
  messages: { channel: string; to: string; text: string }[]
  network: { text: string }[]
  rules: { code: string; source: string; fact: string; passed: boolean }[]
  parked: { text: string }[]
}

export interface Notice {
  id: string
  kind: string
  text: string
  at: string
  url: string | null
  read: boolean
}
