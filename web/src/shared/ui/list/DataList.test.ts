import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { fakeFetch, Status, type Asked } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import DataList from './DataList.vue'

const column = (name: string, label: string, kind: string, more = {}) => ({
  name,
  label,
  kind,
  sort: false,
  total: false,
  off: false,
  options: [],
  ...more,
})
const description = {
  name: 'customers',
  label: 'Clients',
  search: true,
  default_sort: 'name',
  columns: [
    column('name', 'Client', 'text', { sort: true }),
    column('overdue', 'En retard', 'money', { sort: true, total: true }),
    column('since', 'Client depuis', 'day', { off: true }),
  ],
  filters: [
    {
      name: 'status',
      label: 'État',
      kind: 'choice',
      options: [
        { value: 'active', label: 'Actif' },
        { value: 'suspended', label: 'Suspendu' },
      ],
    },
    { name: 'city', label: 'Municipalité', kind: 'text', options: [] },
  ],
  views: [
    { name: 'all', label: 'Tous', filters: {}, sort: '' },
    { name: 'late', label: 'En retard', filters: { status: 'active' }, sort: '-overdue' },
  ],
}
const people = [
  { number: 'C-1', name: 'Viau, Claudette', overdue: '138.42', since: '2020-01-31' },
  { number: 'C-2', name: 'Yelle, Sébastien', overdue: '0.00', since: null },
]
const page = {
  items: people,
  keys: ['31', '32'],
  next_cursor: null,
  count: 2,
  count_exact: true,
  totals: { overdue: '138.42' },
}

const show = async (at = '/customers', verbs: unknown[] = [], asked: Record<string, string> = {}) => {
  const mounted = await mountWith(DataList, {
    at,
    props: {
      name: 'customers',
      looks: { name: { main: true } },
      verbs,
      asked,
      rowKey: (row: { number: string }) => row.number,
      to: (row: { number: string }) => `/customers/${row.number}`,
      emptyIcon: 'users',
      emptyTitle: 'Aucun client',
      emptyText: 'Importez-les.',
    },
  })
  await flushPromises()
  return mounted
}
const asksOf = (log: Asked[]) => log.filter(({ query }) => query.limit === '50').map(({ query }) => query)

it('asks the server for what the address says and writes what it answers', async () => {
  const log = fakeFetch({ 'GET /lists/customers': description, 'GET /customers': page })
  const { wrapper } = await show('/customers?status=active&q=via&sort=-overdue')
  await flushPromises()
  expect(asksOf(log)).toEqual([{ q: 'via', status: 'active', sort: '-overdue', limit: '50' }])
  expect(wrapper.findAll('tbody tr').map((row) => row.text())).toEqual([
    'Viau, Claudette138,42\u00a0$',
    'Yelle, Sébastien0,00\u00a0$',
  ])
  expect(wrapper.find('th[aria-sort="descending"]').text()).toBe('En retard')
  expect(wrapper.find('tbody a').attributes('href')).toBe('/customers/C-1')
})

it('sorts by its heads, opens views by their tabs, and the address follows', async () => {
  const log = fakeFetch({ 'GET /lists/customers': description, 'GET /customers': page })
  const { wrapper, router } = await show()
  await flushPromises()
  await wrapper.findAll('th button').at(1)?.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/customers?sort=overdue')
  await wrapper.findAll('[role=tab]').at(1)?.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ view: 'late' })
  expect(asksOf(log).map(({ sort }) => sort)).toEqual(['name', 'overdue', '-overdue'])
})

it('goes on where the page ended', async () => {
  const log = fakeFetch({
    'GET /lists/customers': description,
    'GET /customers': ({ query }: Asked) =>
      query.cursor
        ? { ...page, items: [people[1]], keys: ['32'] }
        : { ...page, items: [people[0]], keys: ['31'], next_cursor: 'abc' },
  })
  const { wrapper } = await show()
  await flushPromises()
  await wrapper.find('.more button').trigger('click')
  await flushPromises()
  expect(asksOf(log).map(({ cursor }) => cursor)).toEqual([undefined, 'abc'])
  expect(wrapper.findAll('tbody tr')).toHaveLength(2)
  expect(wrapper.find('.more').exists()).toBe(false)
})

it('says which filter hides everything', async () => {
  fakeFetch({
    'GET /lists/customers': description,
    'GET /customers': ({ query }: Asked) =>
      query.city ? { ...page, items: [], count: 0 } : { ...page, count: 12 },
  })
  const { wrapper, router } = await show('/customers?status=active&city=zzz')
  await flushPromises()
  expect(wrapper.find('.empty').text()).toContain('Rien ne répond à ces 2 filtres')
  expect(wrapper.find('.empty').text()).toContain(
    'Sans «\u00a0Municipalité\u00a0: zzz\u00a0», il y en aurait 12.',
  )
  await wrapper.find('.empty button').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/customers?status=active')
})

it('says what would be here when there is nothing at all', async () => {
  fakeFetch({ 'GET /lists/customers': description, 'GET /customers': { ...page, items: [], count: 0 } })
  const { wrapper } = await show()
  await flushPromises()
  expect(wrapper.find('.empty').text()).toBe('Aucun clientImportez-les.')
})

it('says a failure in words and tries again', async () => {
  let broken = true
  fakeFetch({
    'GET /lists/customers': description,
    'GET /customers': () =>
      broken ? new Status(503, { code: 'busy', message: 'Réessayez dans un instant.', details: [] }) : page,
  })
  const { wrapper } = await show()
  await flushPromises()
  expect(wrapper.find('[role=alert]').text()).toContain('Réessayez dans un instant.')
  broken = false
  await wrapper.find('[role=alert] button').trigger('click')
  await flushPromises()
  expect(wrapper.findAll('tbody tr')).toHaveLength(2)
})

it('offers verbs for what is ticked, with the whole filter within reach', async () => {
  fakeFetch({
    'GET /lists/customers': description,
    'GET /customers': { ...page, count: 214, next_cursor: 'more' },
  })
  const { wrapper } = await show('/customers', [{ key: 'remind', label: 'list.export', icon: 'send' }])
  await flushPromises()
  await wrapper.findAll('tbody input').at(0)?.trigger('click')
  expect(wrapper.find('.selection').text()).toContain('1 sélectionné')
  await wrapper.find('.selection input').trigger('click')
  await wrapper.find('.selection .link').trigger('click')
  expect(wrapper.find('.selection').text()).toContain('214 sélectionnés')
  await wrapper.find('.selection .button').trigger('click')
  const list = wrapper.findComponent<typeof DataList>(DataList as never) as unknown as {
    emitted: (name: string) => unknown[][] | undefined
  }
  const [verb, ticked] = list.emitted('act')?.[0] as [
    { key: string },
    { all: boolean; rows: unknown[]; query: unknown },
  ]
  expect([verb.key, ticked.all, ticked.query]).toEqual(['remind', true, { sort: 'name' }])
})

it('ticks rows of any list: what they add up to, and themselves as a file', async () => {
  const log = fakeFetch({
    'GET /lists/customers': description,
    'GET /customers': ({ query }: Asked) => (query.only ? { ...page, totals: { overdue: '17.00' } } : page),
  })
  const { wrapper } = await show('/customers?city=howick')
  await flushPromises()
  await wrapper.findAll('tbody input').at(1)?.trigger('click')
  await flushPromises()
  const bar = wrapper.find('.selection')
  expect(bar.text()).toContain('1 sélectionné')
  expect(bar.text()).toMatch(/En retard\s:\s17,00\s\$/)
  expect(log.filter(({ query }) => query.only).map(({ query }) => query)).toEqual([
    { city: 'howick', sort: 'name', only: '32', limit: '1' },
  ])
  const files = bar.findAll('a').map((link) => new URL(link.attributes('href') ?? '', 'http://x'))
  expect(files.map(({ pathname }) => pathname)).toEqual(Array(2).fill('/api/v1/customers/export'))
  expect(files.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
    { city: 'howick', sort: 'name', columns: 'name,overdue', only: '32', format: 'csv' },
    { city: 'howick', sort: 'name', columns: 'name,overdue', only: '32', format: 'xlsx' },
  ])
})

it('shows a row at the right by Space, whole, and follows the cursor', async () => {
  fakeFetch({ 'GET /lists/customers': description, 'GET /customers': page })
  const { wrapper } = await show()
  await flushPromises()
  const press = async (key: string) => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    await flushPromises()
  }
  await press('j')
  await press(' ')
  const panel = () => wrapper.find('aside')
  expect(panel().find('h2').text()).toBe('Viau, Claudette')
  expect(panel().text()).toContain('Client depuis')
  expect(panel().find('a').attributes('href')).toBe('/customers/C-1')
  await press('j')
  expect(panel().find('h2').text()).toBe('Yelle, Sébastien')
  await press(' ')
  expect(panel().exists()).toBe(false)
})

const howick = {
  id: 12,
  name: 'v12',
  label: 'Howick',
  filters: { city: 'howick' },
  sort: '-overdue',
  columns: ['name', 'since'],
  shared: false,
  owner: 'Maude Gagnon',
  mine: true,
  may_change: true,
}
const tabsOf = (wrapper: Awaited<ReturnType<typeof show>>['wrapper']) =>
  wrapper.findAll('[role=tab]').map((tab) => tab.text().replace(/\d+$/, '').trim())

it('keeps a changed view under a name, on the server, and opens it', async () => {
  const kept: unknown[] = []
  const log = fakeFetch({
    'GET /lists/customers': description,
    'GET /customers': page,
    'GET /lists/customers/views': () => ({ items: kept, first: '', may_share: true }),
    'POST /actions/identity.save_view': () => {
      kept.push(howick)
      return { result: 12, run: 'r', replayed: false }
    },
  })
  const { wrapper, router } = await show('/customers?city=howick&sort=-overdue&columns=name,since')
  await flushPromises()
  expect(wrapper.text()).toContain('Vue modifiée')
  await wrapper.find('.views .link').trigger('click')
  await flushPromises()
  const form = document.querySelector('form') as HTMLFormElement
  const field = form.querySelector('input') as HTMLInputElement
  field.value = 'Howick'
  field.dispatchEvent(new Event('input'))
  form.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(log.find(({ method }) => method === 'POST')?.body).toEqual({
    listing: 'customers',
    name: 'Howick',
    shared: false,
    filters: { city: 'howick' },
    sort: '-overdue',
    columns: ['name', 'since'],
  })
  expect(tabsOf(wrapper)).toEqual(['Tous', 'En retard', 'Howick'])
  expect(router.currentRoute.value.query).toEqual({
    view: 'v12',
    city: 'howick',
    sort: '-overdue',
    columns: 'name,since',
  })
  expect(wrapper.text()).not.toContain('Vue modifiée')
})

it('shows the same list to somebody who does not have the view of the address', async () => {
  const log = fakeFetch({ 'GET /lists/customers': description, 'GET /customers': page })
  await show('/customers?view=v12&city=howick&sort=-overdue')
  await flushPromises()
  expect(asksOf(log)).toEqual([{ city: 'howick', sort: '-overdue', limit: '50' }])
})

it('opens in the view its reader chose, unless the address says one', async () => {
  const answers = {
    'GET /lists/customers': description,
    'GET /customers': page,
    'GET /lists/customers/views': { items: [howick], first: 'v12', may_share: false },
  }
  const log = fakeFetch(answers)
  const { wrapper, router } = await show('/customers')
  await flushPromises()
  expect(router.currentRoute.value.query.view).toBe('v12')
  expect(asksOf(log).at(-1)).toEqual({ city: 'howick', sort: '-overdue', limit: '50' })
  await wrapper.findAll('[role=tab]').at(0)?.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/customers?view=all')
})

it('says in every question what the page has fields of its own for, and offers no filter of it', async () => {
  const log = fakeFetch({ 'GET /lists/customers': description, 'GET /customers': page })
  const { wrapper, router } = await show('/customers?city=viau', [], { city: 'Roy' })
  await flushPromises()
  expect(asksOf(log)).toEqual([{ city: 'Roy', sort: 'name', limit: '50' }])
  expect(log.filter(({ query }) => query.limit === '1').map(({ query }) => query.city)).toEqual([
    'Roy',
    'Roy',
  ])
  expect(wrapper.text()).not.toContain('Municipalité')
  await wrapper.findAll('[role=tab]')[1]?.trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ city: 'viau', view: 'late' })
  expect(asksOf(log).at(-1)).toEqual({ city: 'Roy', status: 'active', sort: '-overdue', limit: '50' })
})
