import { expect, it } from 'vitest'
import { fold, marked } from './fold'

it('folds accents and capitals', () => {
  expect(fold('Sainte-Clotilde, Œuvre ÉTÉ')).toBe('sainte-clotilde, oeuvre ete')
})

it('marks what matched', () => {
  expect(marked('Réjean Tremblay', ['trem', 'rej'])).toEqual([
    { text: 'Réj', hit: true },
    { text: 'ean ', hit: false },
    { text: 'Trem', hit: true },
    { text: 'blay', hit: false },
  ])
  expect(marked('Viau', ['zzz'])).toEqual([{ text: 'Viau', hit: false }])
  expect(marked('', ['a'])).toEqual([])
})
