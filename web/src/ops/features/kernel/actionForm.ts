import type { ActionDescription, JsonSchema } from '@/shared/api/types'
import type { ActionInput } from './usePerformAction'

/** How a value is asked for. */
export type FieldKind = 'text' | 'long' | 'choice' | 'day' | 'amount' | 'whole' | 'flag' | 'record' | 'lines'

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
}

/** Values as typed, one text per field; `flag` is 'true' or ''. */
export type FormValues = Record<string, string>

function settled(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref) return settled(root.$defs?.[schema.$ref.split('/').pop() ?? ''] ?? {}, root)
  const variants = schema.anyOf ?? schema.allOf
  const variant = variants?.find(({ type }) => type !== 'null')
  return variant ? { ...schema, ...settled(variant, root), anyOf: undefined, allOf: undefined } : schema
}

function kindOf(schema: JsonSchema): FieldKind {
  if (schema.enum) return 'choice'
  if (schema.format === 'date') return 'day'
  if (schema.format?.startsWith('ref:')) return 'record'
  if (schema.format === 'long') return 'long'
  if (schema.format === 'amount' || schema.format === 'unit-price') return 'amount'
  if (schema.type === 'boolean') return 'flag'
  if (schema.type === 'integer') return 'whole'
  if (schema.type === 'array') return 'lines'
  return 'text'
}

/** Fields a person fills: every input that isn't already given. */
export function formFields(action: ActionDescription, given: ActionInput): FormField[] {
  const { properties = {}, required = [] } = action.input
  return Object.entries(properties)
    .filter(([name]) => !(name in given))
    .map(([name, raw]) => {
      const schema = settled(raw, action.input)
      return {
        name,
        label: action.fields[name] ?? schema.title ?? name,
        kind: kindOf(schema),
        required: required.includes(name) && schema.type !== 'boolean',
        options: (schema.enum ?? []).map(String),
        maxLength: schema.maxLength,
        record: schema.format?.startsWith('ref:') ? schema.format.slice(4) : undefined,
      }
    })
}

/** What the fields hold at first: what the caller proposes, the schema's default, or nothing. */
export function firstValues(
  action: ActionDescription,
  fields: FormField[],
  proposed: ActionInput,
): FormValues {
  return Object.fromEntries(
    fields.map(({ name, kind, required, options }) => {
      const value = proposed[name] ?? action.input.properties?.[name]?.default
      if (Array.isArray(value)) return [name, value.join('\n')]
      if (value === true) return [name, 'true']
      if (value === null || value === undefined || value === false) {
        return [name, kind === 'choice' && required ? (options[0] ?? '') : '']
      }
      return [name, String(value)]
    }),
  )
}

/** The input to send, null while something required is missing; an empty field is left to its default. */
export function inputOf(fields: FormField[], values: FormValues, given: ActionInput): ActionInput | null {
  const input: ActionInput = { ...given }
  for (const { name, kind, required } of fields) {
    const text = (values[name] ?? '').trim()
    if (kind === 'flag') input[name] = text === 'true'
    else if (!text && required) return null
    else if (text) input[name] = typed(kind, text)
  }
  return input
}

function typed(kind: FieldKind, text: string): unknown {
  if (kind === 'whole') return /^-?\d+$/.test(text) ? Number(text) : text
  if (kind === 'amount') return text.replace(/[\s$]/g, '').replace(',', '.')
  if (kind === 'lines')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  return text
}
