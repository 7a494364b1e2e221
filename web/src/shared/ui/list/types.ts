import type { components } from '@/shared/api/schema'
import type { IconName } from '../icon-names'

type Schemas = components['schemas']

/** A list as the server declares it, in the reader's words. */
export type ListDescription = Schemas['ListOut']
export type Filter = Schemas['FilterOut']
/** An action that the server offers for many rows. */
export type ListVerb = Schemas['VerbOut']

/** What a page adds to a column. */
export interface ColumnLook {
  /** What the row is: its first words, and its link. */
  main?: boolean
  tone?: 'ink-2' | 'ink-3'
  strong?: boolean
  /** Place in the two lines of a phone: at the right of the first, on the second, or nowhere. */
  phone?: 'right' | 'second'
}

export type Column = Schemas['ColumnOut'] & ColumnLook

/** A view that somebody saved, for himself or for everybody. */
export type SavedView = Schemas['SavedViewOut']

/** A list as one likes it: filters, order and columns under a name; it ships, or somebody saved it. */
export type View = Schemas['ViewOut'] & { columns?: string[]; saved?: SavedView }

/** Something to do with the ticked rows; its label ends in `…` when a preview follows. */
export interface BulkVerb {
  key: string
  /** Catalogue key. */
  label: string
  icon: IconName
}

/** What a bulk verb is told: rows ticked by hand, or the whole filter. */
export interface Ticked<R> {
  rows: R[]
  all: boolean
  query: Record<string, string>
}
