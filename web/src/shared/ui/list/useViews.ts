import { computed, nextTick } from 'vue'
import { useRemembered } from '../useRemembered'
import type { ListState } from './useListState'
import type { View } from './types'

/** The views of a list: those that ship, then those this person saved on this machine. */
export function useViews(list: string, shipped: View[]) {
  const saved = useRemembered<View[]>(`views.${list}`, [])
  const views = computed(() => [...shipped, ...saved.value])

  /** Keep the list as it stands: under a new name, or (null) in the saved view that is open. */
  function keep(label: string | null, state: ListState): void {
    const open = state.view.value
    const view: View = {
      name: label === null && open ? open.name : `own-${Date.now().toString(36)}`,
      label: label ?? open?.label ?? '',
      filters: state.filters.value,
      sort: state.sort.value,
      columns: state.columns.value,
      own: true,
    }
    saved.value = [...saved.value.filter(({ name }) => name !== view.name), view]
    void nextTick(() => state.open(view))
  }

  /** Take a saved view away and go back to the first. */
  function drop(view: View, state: ListState): void {
    const first = views.value[0]
    if (first) state.open(first)
    saved.value = saved.value.filter(({ name }) => name !== view.name)
  }

  return { views, keep, drop }
}
