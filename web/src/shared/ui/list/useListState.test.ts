import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { runIn } from '@/shared/testing/mountWith'
import type { Column, Filter, View } from './types'
import { useListState } from './useListState'

const column = (name: string, off = false): Column => ({
  name,
  label: name,
  kind: 'text',
  sort: true,
  total: false,
  off,
  options: [],
})
const filter = (name: string): Filter => ({ name, label: name, kind: 'text', options: [] })
const active: View = { name: 'active', label: 'Actifs', filters: { status: 'active' }, sort: '' }
const late: View = { name: 'late', label: 'En retard', filters: { overdue: 'true' }, sort: '-overdue' }
const all: View = { name: 'all', label: 'Tous', filters: {}, sort: '' }

const at = async (address: string, views = [active, late, all]) => {
  const { result, router } = await runIn(
    () =>
      useListState({
        columns: [column('name'), column('city'), column('since', true)],
        filters: [filter('status'), filter('overdue'), filter('city')],
        views: () => views,
        sort: 'name',
      }),
    address,
  )
  return { state: result, address: async () => (await flushPromises(), router.currentRoute.value.fullPath) }
}

it('opens the first view where the address says nothing, whole', async () => {
  const { state } = await at('/customers?q=viau')
  expect(state.query.value).toEqual({ q: 'viau', status: 'active', sort: 'name' })
  expect([state.view.value?.name, state.changed.value]).toEqual(['active', false])
})

it('takes an address that filters at its word, and finds the view it is', async () => {
  const { state } = await at('/customers?overdue=true')
  expect(state.query.value).toEqual({ overdue: 'true', sort: '-overdue' })
  expect([state.view.value?.name, state.changed.value]).toEqual(['late', false])
  const { state: named } = await at('/customers?view=late')
  expect(named.query.value).toEqual({ overdue: 'true', sort: '-overdue' })
  const { state: other } = await at('/customers?city=howick')
  expect([other.view.value, other.changed.value]).toEqual([undefined, true])
})

it('lets the first view be narrowed, widened and left', async () => {
  const { state, address } = await at('/customers')
  state.narrow('city', 'howick')
  expect(await address()).toBe('/customers?status=active&city=howick&view=active')
  expect(state.changed.value).toBe(true)
  state.widen('status')
  expect(await address()).toBe('/customers?city=howick&view=active')
  state.widen('city')
  expect(await address()).toBe('/customers?view=active&unfiltered=1')
  expect(state.query.value).toEqual({ sort: 'name' })
  state.open(active)
  expect(await address()).toBe('/customers')
})

it('opens another view with its own order, which needs no word', async () => {
  const { state, address } = await at('/customers?q=viau&sort=city')
  state.open(late)
  expect(await address()).toBe('/customers?view=late')
  expect(state.sort.value).toBe('-overdue')
  state.order('overdue')
  expect(await address()).toBe('/customers?view=late&sort=overdue')
  expect(state.changed.value).toBe(true)
})

it('keeps the address short where the first view filters nothing', async () => {
  const { state, address } = await at('/payments', [all, late])
  state.narrow('city', 'howick')
  expect(await address()).toBe('/payments?city=howick')
  state.widenAll()
  expect(await address()).toBe('/payments')
})

it('shows the columns of the address, those there are', async () => {
  const { state, address } = await at('/customers?columns=name,since,nonsense')
  expect(state.columns.value).toEqual(['name', 'since'])
  state.show(['name', 'city'])
  expect(await address()).toBe('/customers')
})
