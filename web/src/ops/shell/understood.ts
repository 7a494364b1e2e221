import { fold } from '@/shared/domain/fold'
import type { ActionDescription, JsonSchema } from '@/shared/api/types'

/** What typed words say of an action: those of its name, those that name a record, and the reason after "pour". */
export interface Said {
  words: string[]
  /** How far its name is from what was said: words of it that were not, and more where it begins otherwise. */
  distance: number
  record: string
  reason: string
}

/** Words between the verb and what it is about, in both languages. */
const BETWEEN = new Set(
  'a à au aux le la les l de du des d un une sur the an of to on for with client cliente customer'.split(' '),
)
const BECAUSE = /\s(?:pour|car|parce que|because|for)\s+(.{3,})$/i

/** Split words that may command: the reason at their end, and the rest. */
export function split(text: string): { words: string[]; reason: string } {
  const found = BECAUSE.exec(text)
  const rest = found ? text.slice(0, found.index) : text
  return { words: rest.trim().split(/\s+/).filter(Boolean), reason: found?.[1]?.trim() ?? '' }
}

const STEM = 6

/** Whether a typed word means a part of a name: its beginning, or one of its stem ("suspendre" and "suspension"). */
function means(word: string, part: string): boolean {
  const typed = fold(word)
  const akin = typed.length >= STEM && part.length >= STEM && part.slice(0, STEM) === typed.slice(0, STEM)
  return akin || part.startsWith(typed)
}

/** Read words as a wish for an action: its first word begins one of its name's; what is left names a record. */
export function readAs(label: string, text: string): Said | null {
  const { words, reason } = split(text)
  const parts = fold(label)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const begins = (word: string) => parts.some((part) => means(word, part))
  const [first] = words
  if (!first || fold(first).length < 2 || !begins(first)) return null
  const own = words.filter(begins)
  const left = words.filter((word) => !begins(word) && !BETWEEN.has(fold(word)))
  const said = (part: string) => words.some((word) => means(word, part))
  const unsaid = parts.filter((part) => !BETWEEN.has(part) && !said(part)).length
  return { words: own, distance: unsaid + (said(parts[0] ?? '') ? 0 : 1), record: left.join(' '), reason }
}

/** The input of an action that names a record of a kind, if it has one. */
export function inputFor(action: ActionDescription, kind: string): string | null {
  const properties = Object.entries(action.input.properties ?? {})
  const names = (schema: JsonSchema): boolean =>
    schema.format === `ref:${kind}` || (schema.anyOf ?? []).some((variant) => names(variant))
  return properties.find(([, schema]) => names(schema))?.[0] ?? null
}
