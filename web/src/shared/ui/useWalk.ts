import { computed, ref } from 'vue'
import type { KeyBinding } from './keys'

/** Walk a short list with `j` and `k`; Enter does what a row is for. */
export function useWalk<R>(rows: () => readonly R[], open: (row: R) => void, label = 'list.key_open') {
  const at = ref(-1)
  const cursor = computed(() => Math.min(at.value, rows().length - 1))
  const pointed = computed<R | undefined>(() => rows()[cursor.value])

  function step(by: number): void {
    at.value = Math.min(Math.max(cursor.value + by, 0), rows().length - 1)
  }
  const keys: KeyBinding[] = [
    { keys: 'j', label: 'list.key_down', bar: true, run: () => step(1) },
    { keys: 'k', label: 'list.key_up', bar: true, run: () => step(-1) },
    { keys: 'Enter', label, bar: true, run: () => pointed.value !== undefined && open(pointed.value) },
  ]
  return { cursor, pointed, keys }
}
