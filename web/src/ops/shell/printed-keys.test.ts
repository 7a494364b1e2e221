import { expect, it } from 'vitest'
import { navigation } from './navigation'

/** Every `keys="…"` a template prints is bound by the component that prints it, or by the one named here. */
const BOUND_BY: Record<string, string> = {
  '/src/shared/ui/list/ListTools.vue': '/src/shared/ui/list/useListCursor.ts',
  '/src/shared/ui/list/FilterMenu.vue': '/src/shared/ui/list/useListCursor.ts',
  '/src/shared/ui/ToastLine.vue': '/src/shared/ui/ToastStack.vue',
  '/src/ops/features/crm/CustomerContact.vue': '/src/shared/ui/InlineEdit.vue',
  '/src/ops/features/billing/DraftLine.vue': '/src/ops/features/billing/DraftLines.vue',
  '/src/ops/shell/TopBar.vue': '/src/ops/shell/AppShell.vue',
  '/src/ops/shell/NavBar.vue': '/src/ops/shell/AppShell.vue',
}
const MODIFIERS: Record<string, string> = {
  Escape: 'esc',
  Enter: 'enter',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Tab: 'tab',
  'Shift+Enter': 'shift.enter',
  'Ctrl+Enter': 'ctrl.enter',
  'Alt ↑': 'alt.up',
  'Alt ↓': 'alt.down',
  e: 'e',
}

const sources = import.meta.glob<string>('/src/**/*.{vue,ts}', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const PRINTED = /<(?:UiButton|IconButton|MenuItem|Keys)\b[^>]*?\skeys="([^"]+)"/g
const goes = navigation.flatMap(({ items }) => items.map(({ key }) => `g ${key}`))

function binds(code: string, keys: string): boolean {
  return (
    code.includes(`keys: '${keys}'`) ||
    code.includes(`'${keys}', 'list.`) ||
    (keys in MODIFIERS && code.includes(`@keydown.${MODIFIERS[keys]}`)) ||
    // The digits of tabs, bound by their place.
    (/^[1-9]$/.test(keys) && code.includes('keys: String(index + 1)')) ||
    (keys === 'Escape' && /<(ModalBox|SidePanel)\b/.test(code))
  )
}

/** What is printed where, with what binds it. */
const printed = Object.entries(sources)
  .filter(([path]) => path.endsWith('.vue'))
  .flatMap(([path, code]) => [...code.matchAll(PRINTED)].map(([, keys]) => ({ path, keys: keys as string })))

it('binds every key it prints', () => {
  const unbound = printed.filter(({ path, keys }) => {
    if (keys.startsWith('g ')) return !goes.includes(keys)
    const by = BOUND_BY[path]
    return ![path, ...(by ? [by] : [])].some((each) => binds(sources[each] ?? '', keys))
  })
  expect(unbound).toEqual([])
  expect(printed.length).toBeGreaterThan(60)
})

it('sends each letter of the navigation to one page', () => {
  expect(goes).toEqual([...new Set(goes)])
})

it('lends no key to a component that prints none', () => {
  expect(Object.keys(BOUND_BY).filter((path) => !printed.some((each) => each.path === path))).toEqual([])
})
