import { beforeEach, expect, it, vi } from 'vitest'
import { fakeFetch } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import CommandPalette from './CommandPalette.vue'

// The pages of the application are not a matter of this box.
vi.mock('./useNavigation', async () => {
  const { ref } = await import('vue')
  return { useNavigation: () => ({ groups: ref([]) }) }
})

beforeEach(() => {
  fakeFetch({
    'GET /session': { user: {}, permissions: [], provider: { name: '' }, duties: [] },
    'GET /actions': [],
    'GET /search': { items: [], took_ms: 3 },
  })
})

it('says that nothing was found, where no list of options is', async () => {
  await mountWith(CommandPalette, { props: { modelValue: true } })
  const box = await vi.waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('.palette input')
    if (!found) throw new Error('not open yet')
    return found
  })
  box.value = 'zqxwzqxw'
  box.dispatchEvent(new Event('input'))
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toContain('zqxwzqxw'))
  expect(document.querySelector('[role=listbox]')).toBeNull()
  expect(box.getAttribute('aria-expanded')).toBe('false')
  expect(box.getAttribute('aria-controls')).toBeNull()
})
