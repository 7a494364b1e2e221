import { nextTick, onMounted, onUnmounted, ref, watch, type Ref } from 'vue'
import type { Section } from './types'

/** Which section the reader is in, whether the header has scrolled away, and how to go to a section. */
export function useSectionInView(
  root: Ref<HTMLElement | null>,
  head: Ref<HTMLElement | null>,
  sections: () => Section[],
) {
  const here = ref('')
  const folded = ref(false)
  let inView: IntersectionObserver | undefined
  let above: IntersectionObserver | undefined
  let arrivals: MutationObserver | undefined

  function observe(): void {
    inView?.disconnect()
    inView = new IntersectionObserver(
      (entries) => {
        const seen = entries.filter(({ isIntersecting }) => isIntersecting)
        const top = seen.sort((a, b) => a.boundingClientRect.top - b.boundingClientRect.top)[0]
        if (top) here.value = top.target.id.replace('section-', '')
      },
      { rootMargin: '-110px 0px -60% 0px' },
    )
    for (const { key } of sections()) {
      const element = root.value?.querySelector(`#section-${key}`)
      if (element) inView.observe(element)
    }
  }

  onMounted(() => {
    observe()
    above = new IntersectionObserver(([seen]) => (folded.value = !seen?.isIntersecting), {
      rootMargin: '-48px 0px 0px 0px',
    })
    if (head.value) above.observe(head.value)
    // A section read after the others is followed too.
    arrivals = new MutationObserver(observe)
    const parts = root.value?.querySelector('.sections')
    if (parts) arrivals.observe(parts, { childList: true })
  })
  onUnmounted(() => {
    inView?.disconnect()
    above?.disconnect()
    arrivals?.disconnect()
  })
  watch(
    () =>
      sections()
        .map(({ key }) => key)
        .join(),
    () => void nextTick(observe),
  )

  function go(key: string): void {
    here.value = key
    void nextTick(() =>
      root.value?.querySelector(`#section-${key}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' }),
    )
  }

  return { here, folded, go }
}
