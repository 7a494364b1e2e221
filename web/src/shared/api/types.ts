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
  kind: 'delivery' | 'intent'
  id: number
  what: string
  subject: string
  fact: string
  payload: Record<string, unknown>
  attempts: number
  error: string
  since: string
  behind: number
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
  pattern?: string
  minimum?: number
  maximum?: number
  const?: unknown
  required?: string[]
  maxLength?: number
  minLength?: number
}

export interface ActionDescription {
  name: string
  permission: string
  label: string
  about: string
  harmful: boolean
  /** Name of the action that takes it back, or nothing. */
  undo: string
  allowed: boolean
  input: JsonSchema
  /** What people call its inputs. */
  fields: Record<string, string>
}

export interface ActionDone {
  result: unknown
  run: string
  replayed: boolean
}

export interface PreviewField {
  field: string
  label: string
  before: string | null
  after: string | null
}

export interface PreviewChange {
  table: string
  label: string
  number: string | null
  op: string
  done: string
  count: number
  fields: PreviewField[]
}

export interface PreviewEffect {
  kind: string
  subject: string
  text: string
  state: string
}

/** What an action would do; figures and texts are already in the reader's language. */
export interface Preview {
  action: string
  title: string
  harmful: boolean
  undo: string
  result: unknown
  changes: PreviewChange[]
  facts: { type: string; text: string }[]
  money: { label: string; subject: string; before: string; after: string; difference: string | null }[]
  messages: PreviewEffect[]
  network: PreviewEffect[]
  charges: PreviewEffect[]
  rules: { code: string; source: string; fact: string; passed: boolean }[]
  parked: { handler: string; error: string }[]
}

export interface Notice {
  id: string
  kind: string
  text: string
  at: string
  url: string | null
  read: boolean
}
