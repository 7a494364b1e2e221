import { ref, watch } from 'vue'

/** The keys of a field whose suggestions stand under it: arrows walk them, Enter takes one, Escape closes them. */
export function useSuggestions(
  found: () => readonly unknown[],
  hands: { choose: (index: number) => void; close: () => void },
) {
  const at = ref(0)
  watch(found, () => (at.value = 0))

  /** Take a stroke that is the suggestions'; whether it was. */
  function take(event: KeyboardEvent): boolean {
    const last = found().length - 1
    if (last < 0 || event.altKey) return false
    if (event.key === 'ArrowDown') at.value = Math.min(at.value + 1, last)
    else if (event.key === 'ArrowUp') at.value = Math.max(at.value - 1, 0)
    else if (event.key === 'Escape') hands.close()
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) hands.choose(at.value)
    else return false
    event.preventDefault()
    return true
  }

  /** What makes an element the suggestion at its place: taken before the field loses the focus. */
  const option = (index: number) => ({
    role: 'option',
    class: { at: index === at.value },
    'aria-selected': index === at.value,
    onMousedown: (event: Event) => {
      event.preventDefault()
      hands.choose(index)
    },
  })
  return { at, take, option }
}
