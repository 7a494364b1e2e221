import { nextTick, onMounted, onUnmounted, ref, watch, type Ref } from 'vue'

const WIDEST = 320
const NARROWEST = 96
const ROUNDS = 8
const STEP = 24

/** How wide a column of words may be, so that the table fits its card; `scrolls` when even the narrowest doesn't. */
export function useFit(table: Ref<HTMLElement | null>, redrawn: () => unknown) {
  const cap = ref(WIDEST)
  const scrolls = ref(false)
  let width = 0

  async function fit(): Promise<void> {
    const card = table.value?.parentElement
    if (!card || card.clientWidth === 0) return
    width = card.clientWidth
    cap.value = WIDEST
    scrolls.value = false
    for (let round = 0; round < ROUNDS; round++) {
      await nextTick()
      const over = (table.value?.offsetWidth ?? 0) - card.clientWidth
      if (over <= 0) return
      // Only columns as wide as they may be give something up.
      const full = [...(table.value?.querySelectorAll<HTMLElement>('th.elastic') ?? [])].filter(
        ({ offsetWidth }) => offsetWidth >= cap.value,
      )
      cap.value = Math.max(
        NARROWEST,
        full.length ? cap.value - Math.ceil(over / full.length) : cap.value - STEP,
      )
    }
    await nextTick()
    scrolls.value = (table.value?.offsetWidth ?? 0) > card.clientWidth
  }

  // The card grows or shrinks; or a row's verbs came into its cells after the words were measured.
  const watcher = new ResizeObserver(() => {
    const card = table.value?.parentElement?.clientWidth ?? 0
    if (card !== width || (!scrolls.value && (table.value?.offsetWidth ?? 0) > card)) void fit()
  })
  onMounted(() => {
    for (const one of [table.value, table.value?.parentElement]) if (one) watcher.observe(one)
    void fit()
  })
  onUnmounted(() => watcher.disconnect())
  watch(redrawn, () => void fit())
  return { cap, scrolls }
}
