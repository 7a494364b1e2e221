import { expect, it } from 'vitest'
import { mountWith } from '@/shared/testing/mountWith'
import ActionField from './ActionField.vue'
import type { FormField } from './actionForm'

const taxes: FormField = { name: 'taxes', label: 'Taxes', kind: 'lines', required: true, options: [] }

it('ticks the values of a list by what they are called, and tells them one a line', async () => {
  const choices = ['GST', 'QST', '911'].map((value) => ({ value, label: `taxe ${value}` }))
  const { wrapper } = await mountWith(ActionField, {
    props: { field: taxes, error: null, first: false, choices, modelValue: 'GST\nQST' },
  })
  const boxes = wrapper.findAll<HTMLInputElement>('input[type=checkbox]')
  expect(boxes.map(({ element }) => element.checked)).toEqual([true, true, false])
  expect(wrapper.text()).toContain('taxe 911')
  await boxes[2]!.setValue(true)
  expect(wrapper.emitted('update:modelValue')).toEqual([['GST\nQST\n911']])
  await wrapper.setProps({ modelValue: 'GST\nQST\n911' })
  await boxes[0]!.setValue(false)
  expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['QST\n911'])
})

it('says a value as its own field means it, otherwise as all do', async () => {
  const options = ['installation', 'repair']
  const kind: FormField = { name: 'kind', label: 'Genre', kind: 'choice', required: true, options }
  const fee: FormField = { ...kind, name: 'fee' }
  const said = async (field: FormField) => {
    const { wrapper } = await mountWith(ActionField, {
      props: { field, error: null, first: false, modelValue: 'repair' },
    })
    return wrapper.findAll('option').map((option) => option.text())
  }
  expect(await said(kind)).toEqual(['Installation', 'Réparation'])
  expect(await said(fee)).toEqual(['Installation physique', 'Réparation'])
})

it('lets a record be chosen by name where the page knows which there are', async () => {
  const person: FormField = {
    name: 'assignee',
    label: 'Personne',
    kind: 'record',
    required: false,
    options: [],
  }
  const choices = [{ value: 'kevin', label: 'Kevin Boyer' }]
  const { wrapper } = await mountWith(ActionField, {
    props: { field: person, error: null, first: false, choices, modelValue: '' },
  })
  await wrapper.find('select').setValue('kevin')
  expect(wrapper.findAll('option').at(-1)?.text()).toBe('Kevin Boyer')
  expect(wrapper.emitted('update:modelValue')).toEqual([['kevin']])
})
