import { ref, watch, type Ref } from 'vue'

/** A choice kept on this machine, `gigafibre.<name>`; anything unreadable falls back to `initial`. */
export function useRemembered<Value>(name: string, initial: Value): Ref<Value> {
  const key = `gigafibre.${name}`
  const value = ref(read(key, initial)) as Ref<Value>
  watch(value, (now) => localStorage.setItem(key, JSON.stringify(now)), { deep: true })
  return value
}

function read<Value>(key: string, initial: Value): Value {
  try {
    const stored = localStorage.getItem(key)
    return stored === null ? initial : (JSON.parse(stored) as Value)
  } catch {
    return initial
  }
}
