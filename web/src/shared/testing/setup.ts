import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeAll, vi } from 'vitest'
import { areas, needWords, speak } from '@/shared/i18n'

// happy-dom draws nothing, so what asks for places on screen gets quiet answers.
class Quiet {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
  takeRecords = () => []
}
vi.stubGlobal('IntersectionObserver', Quiet)
vi.stubGlobal('ResizeObserver', Quiet)

beforeAll(async () => {
  await speak('fr')
  await needWords(areas)
})
enableAutoUnmount(afterEach)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
  localStorage.clear()
})
