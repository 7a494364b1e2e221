import type { IconName } from '../icon-names'

/** A row of any list: it has a number or an id, and fields that the columns read. */
export type Row = object

/** One column; `kind` says how a bare value is written when no slot `cell-<key>` draws it. */
export interface Column {
  /** Field of the row, name of the slot, and of the server's sort unless `sort` says otherwise. */
  key: string
  /** Catalogue key. */
  label: string
  kind?: 'text' | 'money' | 'number' | 'day' | 'instant' | 'id' | 'phone'
  sort?: boolean | string
  /** First column: what the row is. */
  main?: boolean
  /** Off until chosen. */
  off?: boolean
  /** Tone of the text. */
  tone?: 'ink-2' | 'ink-3'
  strong?: boolean
  /** Place in the two lines of a phone: at the right of the first, on the second, or nowhere. */
  phone?: 'right' | 'second' | 'none'
}

/** One way to narrow a list; `key` is the server's query word. */
export interface Filter {
  key: string
  label: string
  kind: 'choice' | 'text' | 'amount' | 'day' | 'flag'
  /** Values with the catalogue key of their words, for `choice`. */
  options?: { value: string; label: string }[]
}

/** A list as one person likes it: filters and order under a name. */
export interface View {
  key: string
  /** Catalogue key of a view that ships; saved ones carry their `name`. */
  label?: string
  name?: string
  icon?: IconName
  filters: Record<string, string>
  sort?: string
  columns?: string[]
}

/** Something to do with the ticked rows; its label ends in `…` when a preview follows. */
export interface BulkVerb {
  key: string
  label: string
  icon: IconName
}

/** What a bulk verb is told: rows ticked by hand, or the whole filter. */
export interface Ticked<R> {
  rows: R[]
  all: boolean
  query: Record<string, string>
}
