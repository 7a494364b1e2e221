import { defineComponent, h } from 'vue'
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { bindingsInReach, strokeOf, useKeys, type KeyBinding } from './keys'
import { rightsKey, type Rights } from './rights'

function listener(bindings: KeyBinding[], modal = false) {
  return mount(defineComponent({ setup: () => (useKeys(() => bindings, { modal }), () => h('i')) }))
}

function press(key: string, on: EventTarget = document.body, held: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
  on.dispatchEvent(event)
  return event
}

it('names strokes', () => {
  const named = (key: string, held: KeyboardEventInit = {}) =>
    strokeOf(new KeyboardEvent('keydown', { key, ...held }))
  expect(named('j')).toBe('j')
  expect(named('?', { shiftKey: true })).toBe('?')
  expect(named('X', { shiftKey: true })).toBe('Shift+X')
  expect(named('k', { ctrlKey: true })).toBe('Ctrl+K')
  expect(named('k', { metaKey: true })).toBe('Ctrl+K')
  expect(named(' ')).toBe('Space')
  expect(named('Enter', { ctrlKey: true })).toBe('Ctrl+Enter')
})

it('answers one stroke and two in a row, and takes them from the browser', () => {
  const done: string[] = []
  listener([
    { keys: 'j', label: '', run: () => done.push('j') },
    { keys: 'g c', label: '', run: () => done.push('g c') },
  ])
  expect(press('j').defaultPrevented).toBe(true)
  press('g')
  press('c')
  press('c')
  expect(press('z').defaultPrevented).toBe(false)
  expect(done).toEqual(['j', 'g c'])
})

it('leaves fields alone, but for keys meant for them', () => {
  const done: string[] = []
  listener([
    { keys: 'j', label: '', run: () => done.push('j') },
    { keys: 'Ctrl+Enter', label: '', inFields: true, run: () => done.push('act') },
  ])
  const field = document.body.appendChild(document.createElement('input'))
  const box = document.body.appendChild(document.createElement('input'))
  box.type = 'checkbox'
  press('j', field)
  press('Enter', field, { ctrlKey: true })
  press('j', box)
  expect(done).toEqual(['act', 'j'])
})

it('listens to the newest first, and to nothing below a dialog', () => {
  const done: string[] = []
  listener([
    { keys: '[', label: '', run: () => done.push('fold') },
    { keys: 'Ctrl+K', label: '', everywhere: true, run: () => done.push('palette') },
    { keys: 'j', label: '', run: () => done.push('j') },
  ])
  listener([{ keys: '[', label: '', run: () => done.push('previous') }])
  press('[')
  const dialog = listener([{ keys: 'Escape', label: '', run: () => done.push('close') }], true)
  press('[')
  press('j')
  press('Escape')
  press('k', document.body, { ctrlKey: true })
  expect(done).toEqual(['previous', 'close', 'palette'])
  expect(bindingsInReach().map(({ keys }) => keys)).toEqual(['Escape', 'Ctrl+K'])
  dialog.unmount()
  press('j')
  expect(done.at(-1)).toBe('j')
})

it('leaves a menu’s line the keys that press it', () => {
  const done: string[] = []
  listener([{ keys: 'Enter', label: '', run: () => done.push('open') }])
  const menu = document.body.appendChild(document.createElement('div'))
  menu.className = 'q-menu'
  const line = menu.appendChild(document.createElement('a'))
  expect(press('Enter', line).defaultPrevented).toBe(false)
  expect(done).toEqual([])
  expect(press('Enter').defaultPrevented).toBe(true)
  expect(done).toEqual(['open'])
})

it('says who may where the reader may not, and begins it where he may', () => {
  const rights: Rights = {
    refused: (name) => name === 'billing.sign_run',
    why: () => '',
    ask: vi.fn(),
    tell: vi.fn(),
  }
  const done: string[] = []
  const page = defineComponent({
    setup: () => {
      useKeys(() => [
        { keys: 's', label: '', may: 'billing.sign_run', run: () => done.push('signed') },
        { keys: 'c', label: '', may: 'billing.prepare_run', run: () => done.push('prepared') },
      ])
      return () => h('i')
    },
  })
  const wrapper = mount(page, { global: { provide: { [rightsKey as symbol]: rights } } })
  press('s')
  press('c')
  wrapper.unmount()
  expect(rights.tell).toHaveBeenCalledExactlyOnceWith('billing.sign_run')
  expect(done).toEqual(['prepared'])
})
