import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import type { ActionDescription } from '@/shared/api/types'
import { fakeFetch, Status, type Asked } from '@/shared/testing/fakeFetch'
import { mountWith } from '@/shared/testing/mountWith'
import { rightsKey } from '@/shared/ui/rights'
import { useUnsavedQuestion } from '@/shared/ui/useUnsaved'
import ActionDialog from './ActionDialog.vue'

const action: ActionDescription = {
  name: 'kernel.skip_parked',
  permission: 'kernel.parked',
  label: 'Laisser tomber',
  about: '',
  harmful: true,
  undo: '',
  allowed: true,
  input: {
    type: 'object',
    required: ['number', 'reason'],
    properties: { number: { type: 'integer' }, reason: { type: 'string' } },
  },
  fields: { reason: 'Raison' },
}
const preview = {
  action: action.name,
  title: action.label,
  harmful: true,
  undo: '',
  result: null,
  facts: [],
  messages: [],
  network: [],
  charges: [],
  rules: [],
  parked: [],
  changes: [
    {
      table: 't',
      label: 'Travail',
      number: '41',
      op: 'U',
      done: 'Modifié',
      count: 1,
      books: false,
      fields: [{ field: 'state', label: 'État', before: 'parqué', after: 'laissé' }],
    },
  ],
  money: [
    { label: 'Solde dû', subject: 's', before: '5,93\u00a0$', after: '0,00\u00a0$', difference: '-5.93' },
  ],
}
const LOOK = 'POST /actions/kernel.skip_parked/preview'
const ACT = 'POST /actions/kernel.skip_parked'

async function show(answers: Record<string, unknown>, changes: Partial<ActionDescription> = {}) {
  const log = fakeFetch({ 'GET /actions': [action], ...answers })
  const done = vi.fn()
  const rights = {
    refused: () => changes.allowed === false,
    why: () => 'Réservé au rôle Gestionnaire.',
    ask: vi.fn(),
    tell: vi.fn(),
  }
  const { wrapper } = await mountWith(ActionDialog, {
    provide: { [rightsKey as symbol]: rights },
    props: { action: { ...action, ...changes }, request: { name: action.name, given: { number: 41 }, done } },
  })
  await flushPromises()
  const modal = () => document.querySelector('.modal') as HTMLElement
  const verb = () => modal().querySelector('.foot .danger') as HTMLButtonElement
  const write = async (text: string) => {
    const field = modal().querySelector('input:not([type=submit])') as HTMLInputElement
    field.value = text
    field.dispatchEvent(new Event('input'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await flushPromises()
  }
  return {
    log,
    wrapper,
    modal,
    verb,
    write,
    done,
    acts: () => log.filter(({ path, method }: Asked) => `${method} ${path}` === ACT),
  }
}

it('asks for nothing before the fields are filled, then shows what would happen', async () => {
  const { log, modal, verb, write } = await show({ [LOOK]: preview })
  expect(modal().textContent).toContain('Remplissez les champs')
  expect(log.some(({ method }) => method === 'POST')).toBe(false)
  expect(verb().disabled).toBe(true)
  await write('Réglé')
  expect(log.at(-1)).toMatchObject({
    path: '/actions/kernel.skip_parked/preview',
    body: { number: 41, reason: 'Réglé' },
  })
  expect(modal().textContent).toContain('parqué')
  expect(modal().textContent).toContain('laissé')
  expect(modal().textContent).toContain('−5,93\u00a0$')
  expect(verb().disabled).toBe(false)
})

it('does it once, and a click repeated after a lost answer carries the same key', async () => {
  let lost = true
  const { verb, write, acts, done } = await show({
    [LOOK]: preview,
    [ACT]: () => (lost ? new Status(502, 'gone') : { result: 7, run: 'r', replayed: true }),
  })
  await write('Réglé')
  verb().click()
  await flushPromises()
  expect(done).not.toHaveBeenCalled()
  lost = false
  verb().click()
  await flushPromises()
  expect(acts().map(({ headers }) => headers.get('Idempotency-Key'))).toEqual([
    expect.stringMatching(/^[0-9a-f]{32}$/),
    acts()[0]?.headers.get('Idempotency-Key'),
  ])
  expect(done).toHaveBeenCalledExactlyOnceWith(7)
})

it('shows a refusal at its field and keeps the verb off', async () => {
  const { modal, verb, write, acts } = await show({
    [LOOK]: new Status(422, {
      code: 'invalid_input',
      message: 'Des erreurs.',
      details: [{ field: 'reason', code: 'short', message: 'Trois lettres au moins.' }],
    }),
  })
  await write('a')
  expect(modal().querySelector('.field')?.textContent).toContain('Trois lettres au moins.')
  expect(modal().querySelector('[role=alert]')).toBeNull()
  verb().click()
  await flushPromises()
  expect(acts()).toEqual([])
})

it('asks before what was written is lost, and not where nothing was', async () => {
  const { modal, write } = await show({ [LOOK]: preview })
  const escape = async () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
  }
  const question = useUnsavedQuestion()
  await write('Réglé')
  await escape()
  expect(question.asked?.title).toBe('Abandonner ce qui est écrit\u00a0?')
  question.asked?.answer('stay')
  await flushPromises()
  expect((modal().querySelector('input:not([type=submit])') as HTMLInputElement).value).toBe('Réglé')
  await write('')
  await escape()
  expect(question.asked).toBeNull()
})

it('says who may when the role may not', async () => {
  const { verb, write } = await show({ [LOOK]: preview }, { allowed: false })
  await write('Réglé')
  expect(verb().getAttribute('aria-disabled')).toBe('true')
  expect(verb().title).toContain('Réservé au rôle Gestionnaire.')
})

it('is unsaved work once something is written in it, given up by leaving the page', async () => {
  const { write, modal } = await show({ [LOOK]: preview })
  const question = useUnsavedQuestion()
  const lost = () => [...question.written].map((unsaved) => unsaved())
  expect(lost()).toEqual([null])
  await write('Réglé')
  expect(lost()[0]?.title).toBe('Abandonner ce qui est écrit\u00a0?')
  lost()[0]?.drop?.()
  await flushPromises()
  expect(lost()).toEqual([null])
  expect(modal()).toBeDefined()
})
