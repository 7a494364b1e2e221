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

/** The words of a name, as typed words are compared with them. */
const wordsOf = (label: string) =>
  fold(label)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Whether words fit a name: every one must begin a word of it. */
export function fits(name: string, words: string[]): boolean {
  const parts = wordsOf(name)
  return words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word)))
}

/** A part of what was typed, as it was understood, and where it stands in it. */
export interface Part {
  kind: 'verb' | 'record' | 'reason'
  text: string
  from: number
  to: number
}

/** The parts of words read as a wish for an action: what is its name, what names a record, why. */
export function partsOf(label: string, text: string): Part[] {
  if (!readAs(label, text)) return []
  const name = wordsOf(label)
  const because = BECAUSE.exec(text)
  const parts: Part[] = []
  for (const { 0: word, index: from } of text.slice(0, because?.index).matchAll(/\S+/g)) {
    const kind = name.some((part) => means(word, part)) ? 'verb' : 'record'
    if (kind === 'record' && BETWEEN.has(fold(word))) continue
    const to = from + word.length
    const last = parts.at(-1)
    if (last?.kind === kind) Object.assign(last, { to, text: text.slice(last.from, to) })
    else parts.push({ kind, text: word, from, to })
  }
  const reason = because?.[1]?.trim()
  if (reason) {
    const from = text.lastIndexOf(reason)
    parts.push({ kind: 'reason', text: reason, from, to: from + reason.length })
  }
  return parts
}

/** Read words as a wish for an action: its first word begins one of its name's; what is left names a record. */
export function readAs(label: string, text: string): Said | null {
  const { words, reason } = split(text)
  const parts = wordsOf(label)
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
