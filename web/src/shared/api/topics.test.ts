import { expect, it } from 'vitest'
import { tellers, keysOf } from './topics'

const sources = import.meta.glob<string>('/src/ops/**/*.{vue,ts}', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const code = Object.values(sources).join('\n')
const LIST = /<(?:DataList|ReportList)\s[^>]*?\sname="([a-z_]+)"/g
const ROWS = /useListRows<\w+>\([\w']+, '([a-z_]+)'/g
const ASKED = /queryKey: (?:computed\(\(\) => )?\['([a-z_-]+)'/g
/**
 * What is asked anew by itself, or is one's own, or is the program's: no change of somebody else's alters it.
 */
const STILL = [
  ...['account', 'actions', 'accent', 'login-link', 'login-ways', 'proof-ways', 'presence', 'preview'],
  ...['permissions', 'webhook-events', 'billing-preview', 'shadow-owners', 'session'],
]

const told = new Set(tellers.flatMap(keysOf))

it('reads every list again when what it lists changed', () => {
  const lists = [...code.matchAll(LIST), ...code.matchAll(ROWS)].map(([, name]) => name as string)
  expect(lists.length).toBeGreaterThan(45)
  // The trail changes with everything: its page is read when one asks.
  expect(lists.filter((name) => !told.has(name))).toEqual(['audit'])
})

it('reads every question again that a change may answer otherwise', () => {
  const asked = new Set([...code.matchAll(ASKED)].map(([, word]) => word as string))
  expect([...asked].filter((word) => !told.has(word) && !STILL.includes(word))).toEqual([])
  expect(STILL.filter((word) => !asked.has(word))).toEqual([])
})
