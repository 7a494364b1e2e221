import { onUnmounted } from 'vue'

const LINGER_MS = 120

/** Call back for what the pointer rests on, which will likely be opened; passing over it says nothing. */
export function useLinger<Thing>(then: (thing: Thing) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = () => clearTimeout(timer)
  onUnmounted(leave)
  return {
    leave,
    enter(thing: Thing): void {
      leave()
      timer = setTimeout(() => then(thing), LINGER_MS)
    },
  }
}
