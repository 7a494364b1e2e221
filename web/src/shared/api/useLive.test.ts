import { QueryClient } from '@tanstack/vue-query'
import { expect, it, vi } from 'vitest'
import { keysOf, touches } from './topics'
import { newRefresher } from './useLive'

function watched() {
  const queries = new QueryClient()
  for (const key of [
    ['customers', 'list'],
    ['customers', 'C-1'],
    ['ledger', 'aging'],
    ['session'],
    ['parked', 'list'],
  ])
    queries.setQueryData(key, 1)
  const stale = () =>
    queries
      .getQueryCache()
      .getAll()
      .filter(({ state }) => state.isInvalidated)
      .map(({ queryKey }) => queryKey.join(' '))
  return { queries, stale }
}

it('reads again what a change touched, once, after gathering', () => {
  vi.useFakeTimers()
  const { queries, stale } = watched()
  const calls = vi.spyOn(queries, 'invalidateQueries')
  const refresher = newRefresher(queries)
  for (let id = 0; id < 500; id++) refresher.tell({ topic: 'crm_customer', id: String(id) })
  expect(stale()).toEqual([])
  vi.advanceTimersByTime(300)
  expect(stale()).toEqual(['customers list', 'customers C-1'])
  expect(calls).toHaveBeenCalledTimes(1)
})

it('keeps a pace while changes pour in', () => {
  vi.useFakeTimers()
  const { queries } = watched()
  const calls = vi.spyOn(queries, 'invalidateQueries')
  const refresher = newRefresher(queries)
  for (let tick = 0; tick < 100; tick++) {
    refresher.tell({ topic: 'billing_invoice', id: null })
    vi.advanceTimersByTime(100)
  }
  expect(calls.mock.calls.length).toBeLessThanOrEqual(6)
})

it('reads everything again when told so, but never who is logged in', () => {
  vi.useFakeTimers()
  const { queries, stale } = watched()
  newRefresher(queries).tell({ topic: '*', id: null })
  vi.advanceTimersByTime(300)
  expect(stale()).toEqual(['customers list', 'customers C-1', 'ledger aging', 'parked list'])
})

it('finds the questions of a topic by its table, its name, or itself', () => {
  expect(keysOf('payments_payment')).toContain('payments')
  expect(keysOf('notices')).toEqual(['notices'])
  expect(keysOf('weather')).toEqual(['weather'])
})

it('reads a page again only when its own record or its own customer changed', () => {
  const change = { topic: 'billing_invoice', id: '55', number: 'F-10', customer: 'C-1' }
  const read = (...key: string[]) => touches(change, key)
  expect(read('customers', 'C-1', 'page')).toBe(true)
  expect(read('customers', 'C-2', 'page')).toBe(false)
  expect(read('customers', 'list')).toBe(true)
  expect(read('invoices', 'F-10', 'page')).toBe(true)
  expect(read('invoices', 'F-11', 'page')).toBe(false)
  expect(read('charges', 'of', 'C-2')).toBe(false)
  expect(read('charges', 'of', 'C-1')).toBe(true)
  expect(read('dashboard')).toBe(true)
  expect(read('jobs', 'J-1', 'page')).toBe(false)
})

it('reads every page again when it is not said whose record changed', () => {
  expect(touches({ topic: 'billing_invoice', id: null }, ['customers', 'C-2', 'page'])).toBe(true)
  expect(touches({ topic: 'billing_invoice', id: '55' }, ['customers', 'C-2', 'page'])).toBe(true)
  expect(touches({ topic: 'crm_customer', id: '5', customer: 'C-1' }, ['subscriptions', 'S-1'])).toBe(false)
})
