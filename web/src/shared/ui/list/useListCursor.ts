import { computed, ref, watch, type Ref } from 'vue'
import type { KeyBinding } from '../keys'
import { rememberWalk } from './useListWalk'

/** What the keyboard does in a list; what a list can't do has no key. */
export interface ListHands<R> {
  rows: Ref<R[]>
  /** Anything that makes another list of it. */
  query: Ref<unknown>
  /** Where a row leads, for the walk from one record to the next. */
  address: (row: R) => string | null
  tick?: (row: R, range: boolean) => void
  tickAll?: () => void
  open?: (row: R) => void
  peek?: (row: R) => void
  find: () => void
  filter?: () => void
  nearEnd: () => void
}

const NEAR = 10

/** The row under the cursor, walked with `j` and `k`, and the keys of the list. */
export function useListCursor<R>(hands: ListHands<R>) {
  const cursor = ref(-1)
  const pointed = computed(() => hands.rows.value[cursor.value] ?? null)
  watch(hands.rows, (rows) => rememberWalk(rows.flatMap((row) => hands.address(row)?.split('?')[0] ?? [])), {
    immediate: true,
  })
  watch(hands.query, () => (cursor.value = -1))

  function step(by: number): void {
    cursor.value = Math.min(Math.max(cursor.value + by, 0), hands.rows.value.length - 1)
    if (cursor.value > hands.rows.value.length - NEAR) hands.nearEnd()
  }

  function onRow(
    keys: string,
    label: string,
    act: ((row: R) => void) | undefined,
    bar = false,
  ): KeyBinding[] {
    return act ? [{ keys, label, bar, run: () => pointed.value && act(pointed.value) }] : []
  }

  const { tick, tickAll, filter } = hands
  const keys: KeyBinding[] = [
    { keys: 'j', label: 'list.key_down', bar: true, run: () => step(1) },
    { keys: 'k', label: 'list.key_up', bar: true, run: () => step(-1) },
    ...onRow('x', 'list.key_tick', tick && ((row) => tick(row, false)), true),
    ...onRow('Shift+X', 'list.key_range', tick && ((row) => tick(row, true))),
    ...(tickAll ? [{ keys: 'Ctrl+A', label: 'list.key_all', run: tickAll }] : []),
    ...onRow('Enter', 'list.key_open', hands.open, true),
    ...onRow('Space', 'list.key_peek', hands.peek, true),
    { keys: '/', label: 'list.find', run: hands.find },
    ...(filter ? [{ keys: 'f', label: 'list.key_filter', run: filter }] : []),
  ]
  return { cursor, pointed, step, keys }
}
