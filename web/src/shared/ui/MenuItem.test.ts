import { expect, it } from 'vitest'
import { mountWith } from '@/shared/testing/mountWith'
import MenuItem from './MenuItem.vue'

it('is one link where it fetches a file, a button else', async () => {
  const file = await mountWith(MenuItem, {
    props: { label: 'CSV', file: '/api/v1/customers/export?format=csv' },
  })
  const link = file.wrapper.find('[role=menuitem]')
  expect(link.element.tagName).toBe('A')
  expect(link.attributes()).toMatchObject({ href: '/api/v1/customers/export?format=csv', download: '' })
  expect(link.attributes('type')).toBeUndefined()
  expect(file.wrapper.findAll('a, button')).toHaveLength(1)

  const verb = await mountWith(MenuItem, { props: { label: 'Ouvrir' } })
  expect(verb.wrapper.find('[role=menuitem]').attributes('type')).toBe('button')
  expect(verb.wrapper.find('a').exists()).toBe(false)
})
