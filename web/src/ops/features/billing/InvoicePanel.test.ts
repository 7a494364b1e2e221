import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { h, ref } from 'vue'
import { fakeFetch } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import InvoicePanel from './InvoicePanel.vue'

const invoice = (number: string, more: object) => ({
  number,
  kind: 'invoice',
  state: 'issued',
  status: 'paid',
  open: '0.00',
  subtotal: '60.00',
  total: '68.99',
  why: null,
  locations: [],
  taxes: [],
  settlements: [],
  next: null,
  previous: null,
  ...more,
})
const press = async (key: string) => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await flushPromises()
}

it('shows an invoice beside its customer, walks to the next ones and closes', async () => {
  fakeFetch({
    'GET /invoices/F-1': invoice('F-1', { next: { number: 'F-2' } }),
    'GET /invoices/F-2': invoice('F-2', { previous: { number: 'F-1' }, total: '80.48' }),
  })
  const number = ref('F-1')
  let closed = 0
  const { wrapper: page } = await mountWith(() =>
    h(InvoicePanel, {
      modelValue: number.value,
      'onUpdate:modelValue': (other: string) => (number.value = other),
      onClose: () => (closed += 1),
    }),
  )
  await flushPromises()
  expect(page.text()).toContain('68,99')
  await press('j')
  expect([number.value, page.text().includes('80,48')]).toEqual(['F-2', true])
  await press('j')
  expect(number.value).toBe('F-2')
  await press('k')
  expect(number.value).toBe('F-1')
  await press('Escape')
  expect(closed).toBe(1)
})
