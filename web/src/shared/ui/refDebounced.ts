import { shallowRef, watch, type Ref } from 'vue'

/** A value that follows another once it has rested for a while, in ms. */
export function refDebounced<T>(source: Ref<T>, wait: number): Ref<T> {
  const settled = shallowRef(source.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, (now) => {
    clearTimeout(timer)
    timer = setTimeout(() => (settled.value = now), wait)
  })
  return settled
}
