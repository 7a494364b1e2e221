import { expect, it, vi } from 'vitest'
import { fakeFetch } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import RecordField from './RecordField.vue'

const hit = (number: string, kind = 'customer') => ({ number, kind, title: number, subtitle: '', status: '' })

async function typed() {
  fakeFetch({ 'GET /search': { items: [hit('C-1'), hit('SINV-1', 'invoice'), hit('C-2')], took_ms: 3 } })
  const { wrapper } = await mountWith(RecordField, {
    props: { label: 'Client', kind: 'customer', error: null, modelValue: '' },
  })
  const box = wrapper.find('input')
  await box.setValue('Tremblay')
  await wrapper.setProps({ modelValue: 'Tremblay' })
  await vi.waitFor(() => expect(wrapper.findAll('[role=option]')).toHaveLength(2))
  return { wrapper, box }
}

it('is walked by the arrows, and Enter takes the one in hand before it acts', async () => {
  const { wrapper, box } = await typed()
  const acted = vi.fn()
  wrapper.element.parentElement?.addEventListener('keydown', acted)
  await box.trigger('keydown', { key: 'ArrowDown' })
  expect(box.attributes('aria-activedescendant')).toBe(wrapper.findAll('[role=option]')[1]!.attributes('id'))
  await box.trigger('keydown', { key: 'Enter' })
  expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['C-2'])
  expect(wrapper.find('[role=listbox]').exists()).toBe(false)
  expect(acted).not.toHaveBeenCalled()
})

it('gives Escape to its list first, and to what it stands in afterwards', async () => {
  const { wrapper, box } = await typed()
  const left = vi.fn()
  wrapper.element.parentElement?.addEventListener('keydown', left)
  await box.trigger('keydown', { key: 'Escape' })
  expect(wrapper.find('[role=listbox]').exists()).toBe(false)
  expect(left).not.toHaveBeenCalled()
  await box.trigger('keydown', { key: 'Escape' })
  expect(left).toHaveBeenCalledOnce()
})

it('takes the one pressed before the field loses the focus', async () => {
  const { wrapper } = await typed()
  const pressed = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
  wrapper.findAll('[role=option]')[1]!.element.dispatchEvent(pressed)
  expect(pressed.defaultPrevented).toBe(true)
  expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['C-2'])
})
