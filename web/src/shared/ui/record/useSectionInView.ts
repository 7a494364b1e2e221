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
  const seen = new Set<Element>()
  let chosen = ''
  let inView: IntersectionObserver | undefined
  let above: IntersectionObserver | undefined
  let arrivals: MutationObserver | undefined

  /** The topmost that is seen; at the end of the page, where the last ones can't rise, the one that was asked for. */
  function settle(): void {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement
    const top = [...seen].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0]
    if (chosen && scrollTop + clientHeight > scrollHeight - 2) here.value = chosen
    else if (top) here.value = top.id.replace('section-', '')
  }

  function observe(): void {
    inView?.disconnect()
    seen.clear()
    inView = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target)
        settle()
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
    document.addEventListener('scrollend', settle)
    above = new IntersectionObserver(([entry]) => (folded.value = !entry?.isIntersecting), {
      rootMargin: '-48px 0px 0px 0px',
    })
    if (head.value) above.observe(head.value)
    // A section read after the others is followed too.
    arrivals = new MutationObserver(observe)
    const parts = root.value?.querySelector('.sections')
    if (parts) arrivals.observe(parts, { childList: true })
  })
  onUnmounted(() => {
    document.removeEventListener('scrollend', settle)
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
    here.value = chosen = key
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
    void nextTick(() =>
      root.value?.querySelector(`#section-${key}`)?.scrollIntoView({ block: 'start', behavior }),
    )
  }

  return { here, folded, go }
}
