import type { ActionDescription, JsonSchema, Language } from '@/shared/api/types'
import { typedAmount, writtenAmount } from '@/shared/domain/money'
import type { ActionInput } from './usePerformAction'

/** How a value is asked for. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'choice'
  | 'day'
  | 'time'
  | 'instant'
  | 'amount'
  | 'whole'
  | 'flag'
  | 'record'
  | 'lines'
  | 'file'
  | 'password'

/** One input of an action as a field of its dialog. */
export interface FormField {
  name: string
  label: string
  kind: FieldKind
  required: boolean
  options: string[]
  maxLength?: number
  /** Kind of record a `record` field names. */
  record?: string
  /** The input that names the record on which a `file` field hangs its file. */
  on?: string
}

/** Values as typed, one text per field; `flag` is 'true' or ''. */
export type FormValues = Record<string, string>

/** Follow references and take the one variant that isn't null; a decimal, which is number or text, stays whole. */
function settled(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref) return settled(root.$defs?.[schema.$ref.split('/').pop() ?? ''] ?? {}, root)
  const variants = (schema.anyOf ?? schema.allOf)?.filter(({ type }) => type !== 'null')
  const [variant] = variants ?? []
  if (!variant || isDecimal(schema)) return schema
  return {
    ...schema,
    ...settled(variant, root),
    ...(isDecimal(variant) ? {} : { anyOf: undefined, allOf: undefined }),
  }
}

function isDecimal(schema: JsonSchema): boolean {
  const types = schema.anyOf?.map(({ type }) => type) ?? []
  return types.includes('number') && types.includes('string')
}

function kindOf(schema: JsonSchema): FieldKind {
  if (schema.enum) return 'choice'
  if (schema.format === 'date') return 'day'
  if (schema.format === 'time') return 'time'
  if (schema.format === 'date-time') return 'instant'
  if (schema.format?.startsWith('ref:')) return 'record'
  if (schema.format === 'long') return 'long'
  if (schema.format === 'file') return 'file'
  if (schema.format === 'password') return 'password'
  if (isDecimal(schema) || schema.format === 'money' || schema.format === 'price') return 'amount'
  if (schema.type === 'boolean') return 'flag'
  if (schema.type === 'integer') return 'whole'
  if (schema.type === 'array') return 'lines'
  return 'text'
}

/** Lines of several values have their own place on a page; a dialog's one row of fields doesn't hold them. */
function isTable(schema: JsonSchema): boolean {
  return schema.type === 'array' && Boolean(schema.items?.$ref ?? schema.items?.properties)
}

/** Fields a person fills: every input that isn't already given, or of these only those asked for. */
export function formFields(action: ActionDescription, given: ActionInput, asked?: string[]): FormField[] {
  const { properties = {}, required = [] } = action.input
  return Object.entries(properties)
    .map(([name, raw]) => ({ name, schema: settled(raw, action.input) }))
    .filter(({ name, schema }) => !(name in given) && !isTable(schema) && (asked?.includes(name) ?? true))
    .map(({ name, schema }) => {
      return {
        name,
        label: action.fields[name] ?? schema.title ?? name,
        kind: kindOf(schema),
        required: required.includes(name) && schema.type !== 'boolean',
        options: (schema.enum ?? []).map(String),
        maxLength: schema.maxLength,
        record: schema.format?.startsWith('ref:') ? schema.format.slice(4) : undefined,
        on: schema.on,
      }
    })
}

/** What the fields hold at first: what the caller proposes, the schema's default, or nothing; amounts as they are written. */
export function firstValues(
  action: ActionDescription,
  fields: FormField[],
  proposed: ActionInput,
  language: Language,
): FormValues {
  return Object.fromEntries(
    fields.map(({ name, kind, required, options }) => {
      const value = proposed[name] ?? action.input.properties?.[name]?.default
      if (Array.isArray(value)) return [name, value.join('\n')]
      if (value === true) return [name, 'true']
      if (value === null || value === undefined || value === false) {
        return [name, kind === 'choice' && required ? (options[0] ?? '') : '']
      }
      return [name, kind === 'amount' ? writtenAmount(String(value), language) : String(value)]
    }),
  )
}

/** The input to send, null while something required is missing; an empty field is left to its default, or is `emptied`. */
export function inputOf(
  fields: FormField[],
  values: FormValues,
  given: ActionInput,
  emptied: string[] = [],
): ActionInput | null {
  const input: ActionInput = { ...given }
  for (const { name, kind, required } of fields) {
    const text = (values[name] ?? '').trim()
    if (!text && required) return null
    if (text || kind === 'flag' || emptied.includes(name)) input[name] = typed(kind, text)
  }
  return input
}

/** A value as typed, as the verb takes it. */
export function typed(kind: FieldKind, text: string): unknown {
  if (kind === 'flag') return text === 'true'
  if (kind === 'whole') return /^-?\d+$/.test(text) ? Number(text) : text
  if (kind === 'amount') return typedAmount(text)
  if (kind === 'lines')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  return text
}
