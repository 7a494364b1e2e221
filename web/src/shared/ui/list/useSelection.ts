import { computed, type Ref } from 'vue'
import type { ListPath } from '@/shared/api/paths'
import type { Column } from './types'
import { exportAddress, NAMED, useTickedTotals } from './useListRows'
import type { ListState } from './useListState'
import { useTicks } from './useTicks'

/** What is ticked in a list: how many, their addresses as files, what they add up to, and how the server is told which. */
export function useSelection<R>(list: {
  path: ListPath
  topic: string
  columns: Column[]
  state: ListState
  rows: Ref<R[]>
  count: Ref<number | null>
  keyOf: (row: R) => string
  /** The keys by which the server knows some rows. */
  keysOf: (rows: R[]) => string
}) {
  const { state, rows, columns } = list
  const ticks = useTicks(rows, list.keyOf)
  const { ticked, all, has } = ticks
  const named = computed(() => ticked.value.length > 0 && ticked.value.length <= NAMED)
  const only = computed((): Record<string, string> =>
    all.value || !named.value ? {} : { only: list.keysOf(ticked.value) },
  )
  const file = (format: 'csv' | 'xlsx', more: Record<string, string> = {}) =>
    exportAddress(list.path, { ...state.query.value, columns: state.columns.value.join(), ...more }, format)
  return {
    ...ticks,
    /** The list as a file. */
    file,
    only,
    complete: computed(() => rows.value.length > 0 && rows.value.every(has)),
    tickCount: computed(() => (all.value ? (list.count.value ?? rows.value.length) : ticked.value.length)),
    files: computed(() =>
      all.value || named.value ? { csv: file('csv', only.value), xlsx: file('xlsx', only.value) } : null,
    ),
    tickedTotals: useTickedTotals(
      list.path,
      list.topic,
      computed(() => ({ ...state.query.value, ...only.value })),
      computed(() => named.value && !all.value && columns.some(({ total }) => total)),
    ),
  }
}
