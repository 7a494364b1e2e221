import { onScopeDispose, ref, watch } from 'vue'

const FLASH_MS = 1000

/** Keys of rows that just changed under the reader's eyes, for one second; rows merely loaded don't count. */
export function useFlash<R extends object>(rows: () => R[], keyOf: (row: R) => string) {
  const flashing = ref(new Set<string>())
  let before = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    rows,
    (now) => {
      const after = new Map(now.map((row) => [keyOf(row), JSON.stringify(row)]))
      const changed = [...after].filter(([key, text]) => before.has(key) && before.get(key) !== text)
      before = after
      if (!changed.length) return
      flashing.value = new Set(changed.map(([key]) => key))
      clearTimeout(timer)
      timer = setTimeout(() => (flashing.value = new Set()), FLASH_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return flashing
}
