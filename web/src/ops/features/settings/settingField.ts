import type { JsonSchema } from '@/shared/api/types'

/** How a setting is written. */
export type SettingKind =
  | 'text'
  | 'long'
  | 'number'
  | 'amount'
  | 'flag'
  | 'choice'
  | 'by_key'
  | 'lines_by_key'
  | 'by_year'
  | 'logo'
  | 'accent'

const LONG = 150

/** The one shape of a schema that isn't null; of a number that may come as text, that number. */
function settled(schema: JsonSchema): JsonSchema {
  const variants = schema.anyOf?.filter(({ type }) => type !== 'null')
  if (!variants) return schema
  if (variants.length === 1 && variants[0])
    return { ...schema, ...settled(variants[0]), anyOf: variants[0].anyOf }
  return { ...schema, type: variants[0]?.type ?? schema.type, anyOf: variants }
}

/** Say how a setting is written, by its schema. */
export function kindOf(key: string, raw: JsonSchema): SettingKind {
  if (key === 'company.logo_svg') return 'logo'
  if (key === 'company.accent') return 'accent'
  const schema = settled(raw)
  if (schema.enum) return 'choice'
  if (schema.type === 'boolean') return 'flag'
  if (schema.patternProperties) return 'by_year'
  if (schema.type === 'object')
    return schema.additionalProperties?.type === 'array' ? 'lines_by_key' : 'by_key'
  if (schema.type === 'integer') return 'number'
  if (schema.type === 'number') return 'amount'
  return (schema.maxLength ?? 0) > LONG && !schema.pattern ? 'long' : 'text'
}

/** Whether the value may be nothing at all. */
export function mayBeNothing(schema: JsonSchema): boolean {
  return schema.anyOf?.some(({ type }) => type === 'null') ?? false
}

/** The keys of a value that has one part per key: the languages of a text, the taxes of a number. */
export function partsOf(schema: JsonSchema): string[] {
  return schema.propertyNames?.enum ?? []
}

/** The longest a part may be. */
export function longestPart(schema: JsonSchema): number {
  return schema.additionalProperties?.maxLength ?? 0
}

/** What was typed as the value to keep: a number where it is one, nothing where it may be. */
export function typed(kind: SettingKind, text: string, schema: JsonSchema): unknown {
  const plain = text.trim()
  if (!plain && mayBeNothing(schema)) return null
  if (kind === 'number') return /^-?\d+$/.test(plain) ? Number(plain) : plain
  if (kind === 'amount') return plain.replace(/[\s$]/g, '').replace(',', '.')
  return text
}

/** Two values of a setting say the same, in whichever order their parts stand. */
export function same(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other)
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  )
}
