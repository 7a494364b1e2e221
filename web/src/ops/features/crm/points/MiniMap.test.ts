import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeFetch } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import MiniMap from './MiniMap.vue'

type Seen = (entries: { isIntersecting: boolean }[]) => void
let watchers: { seen: Seen; off: boolean }[] = []
const quiet = globalThis.IntersectionObserver
beforeEach(() => {
  watchers = []
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      own: (typeof watchers)[number]
      constructor(seen: Seen) {
        this.own = { seen, off: false }
        watchers.push(this.own)
      }
      observe = () => undefined
      disconnect = () => (this.own.off = true)
    },
  )
})
afterEach(() => vi.stubGlobal('IntersectionObserver', quiet))

const HOUSE = { number: 'LOC-1', latitude: 45.1, longitude: -73.7, doors: [], address: '1482, chemin' }

test('a place is asked for when it comes into view, once, in the room it has before', async () => {
  const asked = fakeFetch({ 'GET /locations/LOC-1/map': HOUSE })
  const { wrapper } = await mountWith(MiniMap, { props: { number: 'LOC-1' } })
  await flushPromises()
  expect(asked).toEqual([])
  expect(wrapper.find('.room').exists()).toBe(true)
  expect(wrapper.find('button').exists()).toBe(false)
  watchers[0]?.seen([{ isIntersecting: false }])
  await flushPromises()
  expect(asked).toEqual([])
  watchers[0]?.seen([{ isIntersecting: true }])
  await flushPromises()
  expect(asked.map(({ path }) => path)).toEqual(['/locations/LOC-1/map'])
  expect(watchers.map(({ off }) => off)).toEqual([true])
  expect(wrapper.find('button').exists()).toBe(true)
})
