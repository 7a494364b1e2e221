import { expect, it, vi } from 'vitest'
import { mountWith } from '@/shared/testing/mountWith'
import IconButton from './IconButton.vue'
import MenuItem from './MenuItem.vue'
import UiButton from './UiButton.vue'
import { rightsKey, type Rights } from './rights'

const rights = (refused: boolean): Rights => ({
  refused: () => refused,
  why: (action) => `Réservé : ${action}`,
  ask: vi.fn(),
  tell: vi.fn(),
})
const given = (one: Rights) => ({ provide: { [rightsKey as symbol]: one } })

it('is off for whoever may not, says who may, and does nothing', async () => {
  const lacking = rights(true)
  const click = vi.fn()
  const { wrapper } = await mountWith(UiButton, {
    props: { may: 'billing.issue_invoice', onClick: click },
    slots: { default: 'Émettre' },
    ...given(lacking),
  })
  const button = wrapper.find('button')
  expect(button.attributes('aria-disabled')).toBe('true')
  expect(button.attributes('title')).toBe('Réservé : billing.issue_invoice')
  expect(button.attributes('disabled')).toBeUndefined()
  await button.trigger('focus')
  expect(lacking.ask).toHaveBeenCalledOnce()
  await button.trigger('click')
  expect(click).not.toHaveBeenCalled()
  expect(lacking.tell).toHaveBeenCalledExactlyOnceWith('billing.issue_invoice')
})

it('leads nowhere for whoever may not', async () => {
  const { wrapper } = await mountWith(UiButton, {
    props: { may: 'ledger.post', to: '/accounting/new-entry' },
    ...given(rights(true)),
  })
  expect(wrapper.find('a').exists()).toBe(false)
})

it('does what it says for whoever may, and asks nobody', async () => {
  const holding = rights(false)
  const click = vi.fn()
  const { wrapper } = await mountWith(UiButton, {
    props: { may: 'billing.issue_invoice', onClick: click },
    ...given(holding),
  })
  expect(wrapper.find('button').attributes('aria-disabled')).toBeUndefined()
  await wrapper.find('button').trigger('focus')
  await wrapper.find('button').trigger('click')
  expect(click).toHaveBeenCalledOnce()
  expect([holding.ask, holding.tell].map((one) => vi.mocked(one).mock.calls.length)).toEqual([0, 0])
})

it('is off in a menu with who may beneath, and as an icon', async () => {
  const choose = vi.fn()
  const item = await mountWith(MenuItem, {
    props: { label: 'Reprendre', may: 'billing.edit', onChoose: choose },
    ...given(rights(true)),
  })
  expect(item.wrapper.text()).toContain('Réservé : billing.edit')
  await item.wrapper.find('button').trigger('click')
  expect(choose).not.toHaveBeenCalled()
  const icon = await mountWith(IconButton, {
    props: { icon: 'pencil', label: 'Modifier', may: 'crm.edit' },
    ...given(rights(true)),
  })
  expect(icon.wrapper.find('button').attributes('aria-disabled')).toBe('true')
})
