import { flushPromises } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { expect, it } from 'vitest'
import { fakeFetch, Status } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import { useToasts } from '@/shared/ui/toasts'
import { usePerformAction, type Deed } from './usePerformAction'

const WAIT = 'POST /actions/support.wait_for_issue'
const START = 'POST /actions/support.start_issue'
const way = {
  name: 'support.start_issue',
  label: 'Commencer un billet',
  title: 'Mettre un billet en attente',
  input: { issue: 'ISS-1' },
}
const deed: Deed = { name: 'support.wait_for_issue', input: { issue: 'ISS-1', awaited: 'customer' } }

async function perform(given: Deed, answers: Record<string, unknown>) {
  const log = fakeFetch(answers)
  let act!: ReturnType<typeof usePerformAction>
  await mountWith(
    defineComponent(() => {
      act = usePerformAction()
      return () => h('div')
    }),
  )
  await act.mutateAsync(given).catch(() => undefined)
  await flushPromises()
  const toasts = useToasts()
  return {
    said: () => toasts.toasts.map(({ text, undo }) => [text, Boolean(undo)]),
    undo: async () => {
      toasts.undoLast()
      await flushPromises()
    },
    sent: () => log.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]),
  }
}
const done = (undo: unknown) => ({ result: 7, run: 'r', replayed: false, undo })

it('offers what the server says takes it back, though the caller says nothing, and does it', async () => {
  const page = await perform(deed, { [WAIT]: done(way), [START]: done(null) })
  expect(page.said()).toEqual([['Fait\u00a0: Mettre un billet en attente', true]])
  await page.undo()
  expect(page.sent().at(-1)).toEqual(['/actions/support.start_issue', { issue: 'ISS-1' }])
  expect(page.said()).toEqual([['C’est défait', false]])
})

it('says nothing of what can’t be taken back, unless the caller does', async () => {
  expect((await perform(deed, { [WAIT]: done(null) })).said()).toEqual([])
  const told = { ...deed, told: (result: unknown) => `Numéro ${String(result)}` }
  expect((await perform(told, { [WAIT]: done(null) })).said()).toEqual([['Numéro 7', false]])
})

it('keeps to what the caller knows where the server doesn’t, and to the server where it does', async () => {
  const back = { name: 'support.start_issue', input: { issue: 'ISS-2' } }
  const known = await perform(
    { ...deed, told: 'Enregistré', back },
    { [WAIT]: done(null), [START]: done(null) },
  )
  expect(known.said()).toEqual([['Enregistré', true]])
  await known.undo()
  expect(known.sent().at(-1)).toEqual(['/actions/support.start_issue', { issue: 'ISS-2' }])
  const better = await perform(
    { ...deed, told: 'Enregistré', back },
    { [WAIT]: done(way), [START]: done(null) },
  )
  await better.undo()
  expect(better.sent().at(-1)).toEqual(['/actions/support.start_issue', { issue: 'ISS-1' }])
})

it('offers nothing when it was refused', async () => {
  const refused = new Status(409, { code: 'no', message: 'Non.', details: [] })
  expect((await perform({ ...deed, told: 'Fait' }, { [WAIT]: refused })).said()).toEqual([])
})

it('says why what was done can no longer be taken back', async () => {
  const refused = new Status(409, { code: 'issue_moved_on', message: 'Le billet est fermé.', details: [] })
  const page = await perform(deed, { [WAIT]: done(way), [START]: refused })
  await page.undo()
  expect(page.said()).toEqual([['Le billet est fermé.', false]])
})
