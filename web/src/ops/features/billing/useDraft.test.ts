import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { computed, ref } from 'vue'
import type { Invoice } from '@/shared/api/types'
import { fakeFetch, Status, type Asked } from '@/shared/testing/fakeFetch'
import { runIn } from '@/shared/testing/mountWith'
import { useDraft } from './useDraft'

const EDIT = 'POST /actions/billing.edit_draft'
const line = {
  position: 1,
  sku: 'CABLE',
  description: 'Câble',
  quantity: '1',
  unit_price: '40.0000',
  taxable: true,
}
const saved = {
  number: 'DRAFT-12',
  state: 'draft',
  version: 'v1',
  po_number: '',
  message: '',
  notes: '',
  due_date: '2026-12-11',
  locations: [
    { number: '', lines: [{ ...line, revenue_account: '4070', period_start: null, period_end: null }] },
  ],
} as unknown as Invoice
const drafted = (version: string, ...amounts: string[]) => ({
  draft_id: 12,
  version,
  due_date: '2026-12-11',
  lines: amounts.map((amount) => ({ description: 'Câble', unit_price: amount, amount })),
  subtotal: amounts[0],
  taxes: [],
  total: amounts[0],
})

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

/** Let the typing rest and the answers come. */
async function rest(): Promise<void> {
  await vi.advanceTimersByTimeAsync(300)
  await flushPromises()
}

async function open(answers: Record<string, unknown>) {
  const log = fakeFetch(answers)
  const draft = ref(saved)
  const { result: work } = await runIn(() =>
    useDraft(
      'C-1',
      computed(() => draft.value),
      'fr',
    ),
  )
  await flushPromises()
  return { log, draft, work }
}
const bodies = (log: Asked[], path: string) =>
  log.filter((asked) => asked.path === path).map(({ body }) => body as { lines: unknown[]; version: string })

it('asks the server what the whole lines come to, and tells each line its own amount', async () => {
  const { log, work } = await open({ [`${EDIT}/preview`]: { result: drafted('v2', '40.00', '7.50') } })
  work.add()
  work.rows.value[1]!.words = 'Poteau'
  await rest()
  expect(work.complete.value).toBe(false)
  expect(bodies(log, '/actions/billing.edit_draft/preview').at(-1)?.lines).toHaveLength(1)
  Object.assign(work.rows.value[1]!, { price: '7,50', account: '4070' })
  work.move(work.rows.value[1]!.key, -1)
  await rest()
  const asked = bodies(log, '/actions/billing.edit_draft/preview').at(-1)
  expect(asked?.version).toBe('v1')
  expect(asked?.lines).toEqual([
    { account: '4070', taxable: true, quantity: '1', unit_price: '7.50', description: 'Poteau' },
    { item: 'CABLE', quantity: '1', unit_price: '40.00', description: 'Câble' },
  ])
  expect(work.rows.value.map(({ key }) => work.lines.value.get(key)?.amount)).toEqual(['40.00', '7.50'])
  expect(work.dirty.value).toBe(true)
})

it('saves upon the version it read, and goes on from the one it made', async () => {
  const { log, draft, work } = await open({
    [`${EDIT}/preview`]: { result: drafted('v2', '50.00') },
    [EDIT]: { result: drafted('v2', '50.00') },
  })
  work.rows.value[0]!.price = '50'
  await rest()
  expect((await work.save())?.version).toBe('v2')
  expect(bodies(log, '/actions/billing.edit_draft')[0]?.version).toBe('v1')
  draft.value = { ...saved, version: 'v2' }
  await rest()
  expect([work.dirty.value, work.changedElsewhere.value, work.version.value]).toEqual([false, false, 'v2'])
})

it("doesn't write over what somebody else wrote, and reads it again when asked", async () => {
  const { log, draft, work } = await open({
    [`${EDIT}/preview`]: new Status(409, { code: 'draft_changed', message: 'Relisez-le.', details: [] }),
  })
  work.rows.value[0]!.price = '50'
  await rest()
  expect(work.changedElsewhere.value).toBe(true)
  expect(await work.save()).toBeUndefined()
  expect(bodies(log, '/actions/billing.edit_draft')).toEqual([])
  draft.value = { ...saved, version: 'v9', notes: 'Vu' }
  await rest()
  expect(work.rows.value[0]!.price).toBe('50')
  work.read()
  expect([work.texts.value.notes, work.rows.value[0]!.price, work.dirty.value]).toEqual([
    'Vu',
    '40,00',
    false,
  ])
})

it('takes what somebody else wrote at once while nothing is typed', async () => {
  const { draft, work } = await open({ [`${EDIT}/preview`]: { result: drafted('v1', '40.00') } })
  draft.value = { ...saved, version: 'v9', notes: 'Vu' }
  await rest()
  expect([work.texts.value.notes, work.changedElsewhere.value]).toEqual(['Vu', false])
})
