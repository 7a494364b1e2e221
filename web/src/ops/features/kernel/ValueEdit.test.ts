import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ActionDescription } from '@/shared/api/types'
import { fakeFetch } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import { useToasts } from '@/shared/ui/toasts'
import ValueEdit from './ValueEdit.vue'

const update: ActionDescription = {
  name: 'crm.update_customer',
  permission: 'crm.edit',
  label: 'Modifier un client',
  about: '',
  harmful: false,
  undo: '',
  allowed: true,
  input: {
    type: 'object',
    required: ['customer'],
    properties: {
      customer: { type: 'string' },
      vip: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      billing_day: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    },
  },
  fields: { vip: 'VIP', billing_day: 'Jour de facturation' },
}
const DO = 'POST /actions/crm.update_customer'

async function show(field: string, value: unknown, allowed = true) {
  const log = fakeFetch({
    'GET /actions': [{ ...update, allowed }],
    [DO]: { result: null, run: 'r', replayed: false },
  })
  const { wrapper } = await mountWith(ValueEdit, {
    props: { verb: update.name, of: { customer: 'C-1' }, field, value },
  })
  await flushPromises()
  const sent = () => log.filter(({ method }) => method === 'POST').map(({ body }) => body)
  return { wrapper, sent }
}

it('saves a number as a number and gives back what was there', async () => {
  const { wrapper, sent } = await show('billing_day', 1)
  await wrapper.find('.pen').trigger('click')
  await wrapper.find('input').setValue('15')
  await wrapper.find('input').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(sent()).toEqual([{ customer: 'C-1', billing_day: 15 }])
  const toasts = useToasts()
  expect(toasts.toasts.map(({ text }) => text)).toEqual(['Jour de facturation\u00a0: enregistré'])
  toasts.undoLast()
  await flushPromises()
  expect(sent()[1]).toEqual({ customer: 'C-1', billing_day: 1 })
})

it('says a flag in words and sends it as one', async () => {
  const { wrapper, sent } = await show('vip', false)
  expect(wrapper.text()).toBe('Non')
  await wrapper.find('.pen').trigger('click')
  await wrapper.find('select').setValue('true')
  await flushPromises()
  expect(sent()).toEqual([{ customer: 'C-1', vip: true }])
})

it('is only read by who may not change it', async () => {
  const { wrapper } = await show('vip', true, false)
  expect(wrapper.text()).toBe('Oui')
  expect(wrapper.find('.pen').exists()).toBe(false)
})
