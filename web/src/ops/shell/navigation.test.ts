import { expect, it } from 'vitest'
import { navigation } from './navigation'

it('each page has a key of its own', () => {
  const keys = navigation.flatMap(({ items }) => items.map(({ key }) => key))
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
