import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the screen is under a width, live: 700 for a phone, 1100 where the timeline becomes a tab. */
export function useNarrow(width = 700): Ref<boolean> {
  const media = matchMedia(`(max-width: ${width - 1}px)`)
  const narrow = ref(media.matches)
  const read = () => (narrow.value = media.matches)
  media.addEventListener('change', read)
  onScopeDispose(() => media.removeEventListener('change', read))
  return narrow
}
