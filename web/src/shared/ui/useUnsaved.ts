import { defineStore } from 'pinia'
import { onMounted, onUnmounted, shallowRef } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/** Work that would be lost, and what may become of it. */
export interface Unsaved {
  title: string
  /** The work itself, in a few words. */
  excerpt: string
  discard: string
  /** How it is kept, where it can be from the question itself. */
  save?: string
  keep?: () => Promise<unknown>
}

type Decision = 'discard' | 'stay' | 'saved'

/** The question asked before work is left behind; one at a time. */
export const useUnsavedQuestion = defineStore('unsaved', () => {
  const asked = shallowRef<(Unsaved & { answer: (decision: Decision) => void }) | null>(null)

  function ask(unsaved: Unsaved): Promise<Decision> {
    return new Promise((resolve) => {
      asked.value = {
        ...unsaved,
        answer: (decision) => {
          asked.value = null
          resolve(decision)
        },
      }
    })
  }

  return { asked, ask }
})

/** Ask before a page with unsaved work is left; `unsaved` says what would be lost, null when nothing would. */
export function useUnsaved(unsaved: () => Unsaved | null): void {
  const question = useUnsavedQuestion()
  onBeforeRouteLeave(async () => {
    const lost = unsaved()
    return !lost || (await question.ask(lost)) !== 'stay'
  })
  const warn = (event: BeforeUnloadEvent) => {
    if (unsaved()) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', warn))
  onUnmounted(() => removeEventListener('beforeunload', warn))
}
