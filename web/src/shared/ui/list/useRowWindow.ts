import { computed, onMounted, onUnmounted, ref, type Ref } from 'vue'

const AT_ONCE = 150
const BESIDE = 20

/** Which rows are drawn: all of a short list, only those near the screen of a long one. */
export function useRowWindow(element: Ref<HTMLElement | null>, total: Ref<number>, rowHeight: Ref<number>) {
  const top = ref(0)
  const height = ref(800)
  let asked = 0

  function measure(): void {
    asked = 0
    top.value = Math.max(0, -(element.value?.getBoundingClientRect().top ?? 0))
    height.value = innerHeight
  }

  function soon(): void {
    asked ||= requestAnimationFrame(measure)
  }

  onMounted(() => {
    addEventListener('scroll', soon, { passive: true })
    addEventListener('resize', soon, { passive: true })
  })
  onUnmounted(() => {
    removeEventListener('scroll', soon)
    removeEventListener('resize', soon)
    cancelAnimationFrame(asked)
  })

  const long = computed(() => total.value > AT_ONCE)
  const start = computed(() =>
    long.value ? Math.max(0, Math.floor(top.value / rowHeight.value) - BESIDE) : 0,
  )
  const end = computed(() =>
    long.value
      ? Math.min(total.value, Math.ceil((top.value + height.value) / rowHeight.value) + BESIDE)
      : total.value,
  )
  return {
    long,
    start,
    end,
    above: computed(() => start.value * rowHeight.value),
    below: computed(() => (total.value - end.value) * rowHeight.value),
  }
}
