import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ref } from 'vue'
import { runIn } from '@/shared/testing/mountWith'
import { useUnsaved, useUnsavedGuard, useUnsavedQuestion } from './useUnsaved'

async function show() {
  const note = ref('Rappeler')
  const { result, router, wrapper } = await runIn(() => {
    useUnsavedGuard()
    const drop = () => (note.value = '')
    useUnsaved(() => (note.value ? { title: 'Note', excerpt: note.value, discard: 'Jeter', drop } : null))
    return useUnsavedQuestion()
  }, '/customers/C-1')
  const go = async (to: string) => {
    void router.push(to)
    await flushPromises()
  }
  const close = () => {
    const event = new Event('beforeunload', { cancelable: true })
    dispatchEvent(event)
    return event.defaultPrevented
  }
  return { note, question: result, router, wrapper, go, close }
}

it('asks before another record of the same page too, and who stays loses nothing', async () => {
  const { note, question, router, go } = await show()
  await go('/customers/C-2')
  expect(question.asked?.excerpt).toBe('Rappeler')
  question.asked?.answer('stay')
  await flushPromises()
  expect([router.currentRoute.value.path, note.value]).toEqual(['/customers/C-1', 'Rappeler'])
  await go('/customers/C-2')
  question.asked?.answer('discard')
  await flushPromises()
  expect([router.currentRoute.value.path, note.value]).toEqual(['/customers/C-2', ''])
})

it('asks nothing where the page stays, or nothing is written', async () => {
  const { note, question, router, go } = await show()
  await go('/customers/C-1?place=LOC-1')
  expect([question.asked, router.currentRoute.value.query.place]).toEqual([null, 'LOC-1'])
  note.value = ''
  await go('/customers/C-2')
  expect([question.asked, router.currentRoute.value.path]).toEqual([null, '/customers/C-2'])
})

it('holds the tab while something is written, and no longer than it is there', async () => {
  const { note, wrapper, close } = await show()
  expect(close()).toBe(true)
  note.value = ''
  expect(close()).toBe(false)
  note.value = 'Rappeler'
  wrapper.unmount()
  expect(close()).toBe(false)
})
