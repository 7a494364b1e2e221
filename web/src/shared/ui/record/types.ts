/** One section of a record page; its element carries `id="section-<key>"` (the part `RecordSection`). */
export interface Section {
  key: string
  /** Catalogue key. */
  label: string
  count?: number | null
}

/** One thing that happened. */
export interface TimelineEntry {
  id: string
  at: string
  kind: string
  text: string
  /** Who did it, or through what. */
  by?: string | null
  /** Words of a message or note. */
  quote?: string | null
  url?: string | null
  /** Key of the note it is, where it is one. */
  note?: number | null
}
