import { ref, watch, type Ref } from 'vue'

/** Whether an element has come into view, or nearly; true for good from then on. */
export function useSeen(element: Ref<HTMLElement | null>): Ref<boolean> {
  const seen = ref(false)
  watch(element, (now, _, onCleanup) => {
    if (!now || seen.value) return
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        seen.value = true
        watcher.disconnect()
      },
      { rootMargin: '200px' },
    )
    watcher.observe(now)
    onCleanup(() => watcher.disconnect())
  })
  return seen
}
