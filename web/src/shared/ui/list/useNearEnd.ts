import { watch, type Ref } from 'vue'

/** Ask for more before the reader reaches an element at the end of what is there. */
export function useNearEnd(element: Ref<HTMLElement | null>, more: () => void): void {
  watch(element, (now, _, onCleanup) => {
    if (!now) return
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && more(), {
      rootMargin: '600px',
    })
    watcher.observe(now)
    onCleanup(() => watcher.disconnect())
  })
}
