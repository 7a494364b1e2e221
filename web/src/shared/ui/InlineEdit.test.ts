import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { Refusal } from '@/shared/api/refusal'
import { mountWith } from '@/shared/testing/mountWith'
import InlineEdit from './InlineEdit.vue'
import { useUnsavedQuestion } from './useUnsaved'

const show = (save: (value: string) => Promise<unknown>, more: Record<string, unknown> = {}) =>
  mountWith(InlineEdit, {
    props: { value: 'J0L 1W0', label: 'Code postal', field: 'postal_code', save, ...more },
  })

it('saves by Enter and gives the focus back', async () => {
  const save = vi.fn().mockResolvedValue(null)
  const { wrapper } = await show(save)
  await wrapper.find('.pen').trigger('click')
  await wrapper.find('input').setValue('J0L 2L0')
  await wrapper.find('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(save).toHaveBeenCalledExactlyOnceWith('J0L 2L0')
  expect(wrapper.find('input').exists()).toBe(false)
  expect(document.activeElement).toBe(wrapper.find('.pen').element)
})

it('gives back by Escape, saving nothing', async () => {
  const save = vi.fn()
  const { wrapper } = await show(save)
  await wrapper.find('.pen').trigger('keydown', { key: 'e' })
  await wrapper.find('input').setValue('x')
  await wrapper.find('input').trigger('keydown', { key: 'Escape' })
  await flushPromises()
  expect(save).not.toHaveBeenCalled()
  expect(wrapper.text()).toBe('J0L 1W0')
})

it('shows the server’s own words under the field and keeps what was typed', async () => {
  const details = [{ field: 'postal_code', message: 'Le dernier caractère doit être un chiffre.' }]
  const { wrapper } = await show(() => Promise.reject(new Refusal(422, 'invalid_input', 'Non.', details)))
  await wrapper.find('.pen').trigger('click')
  await wrapper.find('input').setValue('J0L 1WO')
  await wrapper.find('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(wrapper.text()).toContain('Le dernier caractère doit être un chiffre.')
  expect(wrapper.find('input').element.value).toBe('J0L 1WO')
  expect(wrapper.find('input').attributes('aria-invalid')).toBe('true')
})

it('saves nothing when nothing changed, and can be closed to editing', async () => {
  const save = vi.fn()
  const { wrapper } = await show(save)
  await wrapper.find('.pen').trigger('click')
  await wrapper.find('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(save).not.toHaveBeenCalled()
  const { wrapper: closed } = await show(save, { disabled: true })
  await closed.find('.shown').trigger('click')
  expect(closed.find('input').exists()).toBe(false)
})

it('shows what is being saved as if it were, and takes it back when it is refused', async () => {
  let refuse: (reason: Refusal) => void = () => undefined
  const { wrapper } = await show(() => new Promise((_, reject) => (refuse = reject)))
  await wrapper.find('.pen').trigger('click')
  await wrapper.find('input').setValue('H0H 0H0')
  await wrapper.find('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(wrapper.find('.value').text()).toBe('H0H 0H0')
  refuse(new Refusal(422, 'invalid_input', 'Non.', []))
  await flushPromises()
  expect(wrapper.find('input').element.value).toBe('H0H 0H0')
  expect(wrapper.find('.bad').text()).toContain('Non.')
})

it('overwrites nothing that somebody changed while one typed, until both were seen', async () => {
  const save = vi.fn().mockResolvedValue(null)
  const { wrapper } = await show(save)
  await wrapper.find('.pen').trigger('click')
  await wrapper.find('input').setValue('J0L 2L0')
  await wrapper.setProps({ value: 'H2X 1Y4' })
  await wrapper.find('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(save).not.toHaveBeenCalled()
  const button = (words: string) => wrapper.findAll('button').find((one) => one.text() === words)
  await vi.dynamicImportSettled()
  await button('Comparer')?.trigger('click')
  expect(wrapper.find('dl').text()).toContain('H2X 1Y4')
  await button('Enregistrer la vôtre')?.trigger('click')
  await flushPromises()
  expect(save).toHaveBeenCalledExactlyOnceWith('J0L 2L0')
})

it('is unsaved work while another value is typed, which can be kept from the question', async () => {
  const save = vi.fn().mockResolvedValue(null)
  const { wrapper } = await show(save)
  const question = useUnsavedQuestion()
  const lost = () => [...question.written].map((unsaved) => unsaved())
  await wrapper.find('.pen').trigger('click')
  expect(lost()).toEqual([null])
  await wrapper.find('input').setValue('J0L 2L0')
  const [unsaved] = lost()
  expect(unsaved?.excerpt).toBe('Code postal')
  await unsaved?.keep?.()
  await flushPromises()
  expect(save).toHaveBeenCalledExactlyOnceWith('J0L 2L0')
  expect([wrapper.find('input').exists(), ...lost()]).toEqual([false, null])
})
