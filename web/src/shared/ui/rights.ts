import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'

/** What buttons ask of whoever knows the reader's rights: an action by its name, or the permission of a page. */
export interface Rights {
  /** Whether it is known that the reader may not do it. */
  refused: (action: string) => boolean
  /** Who may, in a sentence. */
  why: (action: string) => string
  /** The reader looks at a button that is off: who may is worth knowing now. */
  ask: () => void
  /** The reader pressed it all the same. */
  tell: (action: string) => void
}

/** Where the pages of staff give them; elsewhere no button asks. */
export const rightsKey: InjectionKey<Rights> = Symbol('rights')

/** The right that a button needs: whether it is refused, why, and what to do when it is looked at or pressed. */
export function useRight(action: () => string | undefined): {
  refused: ComputedRef<boolean>
  why: ComputedRef<string>
  ask: () => void
  stop: (event: Event) => void
} {
  const rights = inject(rightsKey, null)
  const lacked = computed(() => {
    const name = action()
    return name && rights?.refused(name) ? name : ''
  })
  return {
    refused: computed(() => Boolean(lacked.value)),
    why: computed(() => (lacked.value ? (rights?.why(lacked.value) ?? '') : '')),
    ask: () => {
      if (lacked.value) rights?.ask()
    },
    stop: (event) => {
      if (!lacked.value) return
      event.preventDefault()
      event.stopImmediatePropagation()
      rights?.tell(lacked.value)
    },
  }
}
