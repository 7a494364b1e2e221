import { defineStore } from 'pinia'
import { onBeforeUnmount, onMounted, onUnmounted, shallowRef } from 'vue'
import { useRouter } from 'vue-router'

/** Work that would be lost, and what may become of it. */
export interface Unsaved {
  title: string
  /** The work itself, in a few words. */
  excerpt: string
  /** What is said of it, where that is not that it isn't saved. */
  text?: string
  discard: string
  /** How it is kept, where it can be from the question itself. */
  save?: string
  keep?: () => Promise<unknown>
  /** Done where the work is given up by going to another page: what stays on screen begins anew there. */
  drop?: () => void
}

type Decision = 'discard' | 'stay' | 'saved'

/** The question asked before work is left behind; one at a time. */
export const useUnsavedQuestion = defineStore('unsaved', () => {
  const asked = shallowRef<(Unsaved & { answer: (decision: Decision) => void }) | null>(null)
  /** What is being written now, each to be asked whether it would be lost. */
  const written = new Set<() => Unsaved | null>()

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

  /** Ask for each work that would be lost; false as soon as somebody stays with one. */
  async function askAll(): Promise<boolean> {
    for (const unsaved of [...written]) {
      const lost = unsaved()
      const decision = lost && (await ask(lost))
      if (decision === 'stay') return false
      if (decision === 'discard') lost?.drop?.()
    }
    return true
  }

  return { asked, ask, askAll, written }
})

/** Have it asked before unsaved work is left; `unsaved` says what would be lost, null when nothing would. */
export function useUnsaved(unsaved: () => Unsaved | null): void {
  const { written } = useUnsavedQuestion()
  onMounted(() => written.add(unsaved))
  onBeforeUnmount(() => written.delete(unsaved))
}

/** Ask, once for the whole application, before another page is gone to and before the tab is closed. */
export function useUnsavedGuard(): void {
  const question = useUnsavedQuestion()
  const off = useRouter().beforeEach((to, from) => to.path === from.path || question.askAll())
  const warn = (event: BeforeUnloadEvent) => {
    if ([...question.written].some((unsaved) => unsaved())) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', warn))
  onUnmounted(() => {
    off()
    removeEventListener('beforeunload', warn)
  })
}
