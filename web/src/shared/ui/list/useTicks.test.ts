import { expect, it } from 'vitest'
import { ref } from 'vue'
import { useTicks } from './useTicks'

const rows = () => ref(['a', 'b', 'c', 'd', 'e'])

it('ticks one by one and takes back', () => {
  const { ticked, toggle } = useTicks(rows(), (row) => row)
  toggle('b')
  toggle('d')
  toggle('b')
  expect(ticked.value).toEqual(['d'])
})

it('ticks a range with Shift, in both directions', () => {
  const { ticked, toggle } = useTicks(rows(), (row) => row)
  toggle('d')
  toggle('b', true)
  expect(ticked.value).toEqual(['b', 'c', 'd'])
})

it('takes everything shown, then all of the filter, and forgets', () => {
  const list = rows()
  const { ticked, all, has, toggleShown, chooseAll, toggle, clear } = useTicks(list, (row) => row)
  toggleShown()
  expect(ticked.value).toHaveLength(5)
  toggleShown()
  expect(ticked.value).toHaveLength(0)
  chooseAll()
  list.value = [...list.value, 'f']
  expect([all.value, has('f')]).toEqual([true, true])
  toggle('f')
  expect([all.value, ticked.value.join('')]).toEqual([false, 'abcde'])
  clear()
  expect(ticked.value).toEqual([])
})
