import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { mountWith } from '@/shared/testing/mountWith'
import ToastStack from './ToastStack.vue'
import { useToasts } from './toasts'

beforeEach(() => setActivePinia(createPinia()))

it('keeps the last three and undoes the newest that can be undone', () => {
  const store = useToasts()
  const undo = vi.fn()
  for (const text of ['a', 'b', 'c']) store.say(text)
  store.say('d', { undo })
  expect(store.toasts.map(({ text }) => text)).toEqual(['b', 'c', 'd'])
  store.undoLast()
  store.undoLast()
  expect(undo).toHaveBeenCalledOnce()
  expect(store.toasts.map(({ text }) => text)).toEqual(['b', 'c'])
})

it('stays eight seconds, longer while hovered', async () => {
  vi.useFakeTimers()
  const { wrapper } = await mountWith(ToastStack)
  const store = useToasts()
  store.say('Note ajoutée', { undo: () => undefined })
  await wrapper.vm.$nextTick()
  vi.advanceTimersByTime(7000)
  await wrapper.find('.toast').trigger('mouseenter')
  vi.advanceTimersByTime(60_000)
  expect(store.toasts).toHaveLength(1)
  await wrapper.find('.toast').trigger('mouseleave')
  vi.advanceTimersByTime(8001)
  expect(store.toasts).toHaveLength(0)
})
