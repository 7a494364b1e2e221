import { flushPromises } from '@vue/test-utils'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { fakeFetch } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import RecordsBeside from './RecordsBeside.vue'

const invoice = (number: string, total: string) => ({
  number,
  kind: 'invoice',
  state: 'issued',
  status: 'paid',
  open: '0.00',
  subtotal: '60.00',
  total,
  why: null,
  locations: [],
  taxes: [],
  settlements: [],
})
/** A customer's page with two invoices, a contract, and a link to what has no panel. */
const Page = defineComponent({
  setup: () => () =>
    h('div', { class: 'record' }, [
      h('div', { class: 'split' }, [
        h('section', { id: 'section-invoices' }, [
          ...['F-1', 'F-2'].map((number) =>
            h('div', { class: 'row' }, [h('a', { href: `/invoices/${number}` }, number)]),
          ),
          h('a', { href: '/invoices?customer=C-1' }, 'all'),
        ]),
        h('section', { id: 'section-offers' }, [h('a', { href: '/contracts/CTR-1' }, 'contract')]),
      ]),
      h(RecordsBeside),
    ]),
})
const Nothing = defineComponent({ render: () => null })
const press = async (key: string, more = {}) => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  await settle()
}
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

// What is loaded on demand is here at once in a test.
beforeAll(() => Promise.all([import('./BesidePanel.vue'), import('../features/billing/InvoicePanel.vue')]))
beforeEach(() => {
  document.body.innerHTML = ''
})

async function atTheCustomer(permissions = ['billing.read', 'crm.read']) {
  fakeFetch({
    'GET /session': { user: {}, permissions, provider: { name: '' }, duties: [] },
    'GET /invoices/F-1': invoice('F-1', '68.99'),
    'GET /invoices/F-2': invoice('F-2', '80.48'),
  })
  const mounted = await mountWith(Page)
  const { router } = mounted
  const route = (path: string, name: string, permission: string) =>
    router.addRoute({ path, name, component: Nothing, meta: { title: `nav.${name}`, permission } })
  route('/customers/:number', 'customer', 'crm.read')
  route('/invoices/:number', 'invoice', 'billing.read')
  route('/contracts/:number', 'contract', 'sales.read')
  await router.push('/customers/C-1?place=P-1')
  await settle()
  const link = (name: string) =>
    [...document.querySelectorAll<HTMLAnchorElement>('.split a')].find(
      (each) => each.textContent === name,
    ) as HTMLAnchorElement
  /** Whether the link was kept from leading away. */
  const click = async (name: string, held: MouseEventInit = {}) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...held })
    link(name).addEventListener('click', (it) => it.preventDefault(), { once: true })
    let kept = false
    link(name).addEventListener('click', (it) => (kept = it.defaultPrevented), { capture: true, once: true })
    link(name).dispatchEvent(event)
    await settle()
    return kept
  }
  return { ...mounted, link, click, panel: () => document.querySelector('.beside-panel') }
}

it('shows an invoice beside its customer, walks its siblings, and gives the row the focus back', async () => {
  const { router, link, click, panel } = await atTheCustomer()
  expect(await click('F-1')).toBe(true)
  expect(router.currentRoute.value.fullPath).toBe('/customers/C-1?place=P-1&beside=invoices/F-1')
  expect(panel()?.textContent).toContain('68,99')
  expect(panel()?.contains(document.activeElement)).toBe(true)
  expect(link('F-1').getAttribute('aria-current')).toBe('true')
  await press('j')
  expect(panel()?.textContent).toContain('80,48')
  expect(link('F-1').hasAttribute('aria-current')).toBe(false)
  await press('j')
  expect(router.currentRoute.value.query.beside).toBe('invoices/F-2')
  await press('Escape')
  expect(router.currentRoute.value.fullPath).toBe('/customers/C-1?place=P-1')
  expect(panel()).toBeNull()
  expect(document.activeElement).toBe(link('F-2'))
})

it('is closed by going back, also after it walked', async () => {
  const { router, click, panel } = await atTheCustomer()
  await click('F-2')
  await press('k')
  expect(panel()?.textContent).toContain('68,99')
  router.back()
  await settle()
  expect(router.currentRoute.value.fullPath).toBe('/customers/C-1?place=P-1')
  expect(panel()).toBeNull()
})

it('leaves alone a link held with Ctrl, one to a list, and a record that may not be read', async () => {
  const { click, panel } = await atTheCustomer()
  expect(await click('F-1', { ctrlKey: true })).toBe(false)
  expect(await click('F-1', { metaKey: true })).toBe(false)
  expect(await click('F-1', { button: 1 })).toBe(false)
  expect(await click('all')).toBe(false)
  expect(await click('contract')).toBe(false)
  expect(panel()).toBeNull()
})

it('opens the row under the focus with a key, and its page with Ctrl-Enter', async () => {
  const { router, link, panel } = await atTheCustomer()
  link('F-2').focus()
  await press('s')
  expect(panel()?.textContent).toContain('80,48')
  await press('Enter', { ctrlKey: true })
  expect(router.currentRoute.value.fullPath).toBe('/invoices/F-2')
})
