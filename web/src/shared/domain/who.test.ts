import { expect, it } from 'vitest'
import { formatWho } from './who'

it.each([
  ['system', 'La plateforme'],
  ['system (system)', 'La plateforme'],
  ['system (Maude Gagnon)', 'La plateforme (Maude Gagnon)'],
  ['Maude Gagnon', 'Maude Gagnon'],
  ['systematic', 'systematic'],
  ['', ''],
])('names who acted: %s', (label, said) => {
  expect(formatWho(label, 'La plateforme')).toBe(said)
})
