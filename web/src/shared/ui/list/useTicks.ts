import { computed, ref, type Ref } from 'vue'

/** Ticked rows of a list: one by one, a range with Shift, or all that the filter finds. */
export function useTicks<R>(rows: Ref<R[]>, keyOf: (row: R) => string) {
  const keys = ref(new Set<string>())
  const all = ref(false)
  let anchor: string | null = null

  const ticked = computed(() =>
    all.value ? rows.value : rows.value.filter((row) => keys.value.has(keyOf(row))),
  )
  const has = (row: R) => all.value || keys.value.has(keyOf(row))

  function toggle(row: R, range = false): void {
    const next = new Set(all.value ? rows.value.map(keyOf) : keys.value)
    const on = !next.has(keyOf(row))
    const from = range && anchor !== null ? rows.value.findIndex((other) => keyOf(other) === anchor) : -1
    const to = rows.value.findIndex((other) => keyOf(other) === keyOf(row))
    const touched = from < 0 ? [row] : rows.value.slice(Math.min(from, to), Math.max(from, to) + 1)
    for (const other of touched) {
      if (on || from >= 0) next.add(keyOf(other))
      else next.delete(keyOf(other))
    }
    anchor = keyOf(row)
    all.value = false
    keys.value = next
  }

  function toggleShown(): void {
    const everyone = rows.value.length > 0 && rows.value.every(has)
    all.value = false
    keys.value = everyone ? new Set() : new Set(rows.value.map(keyOf))
  }

  function clear(): void {
    all.value = false
    keys.value = new Set()
    anchor = null
  }

  return { ticked, all, has, toggle, toggleShown, clear, chooseAll: () => (all.value = true) }
}
