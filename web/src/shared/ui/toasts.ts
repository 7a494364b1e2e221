import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { IconName } from './icon-names'

export interface Toast {
  id: number
  text: string
  icon: IconName
  undo?: () => void | Promise<void>
}

let last = 0

/** What just happened, said for 8 seconds; what can be undone offers it instead of having asked before. */
export const useToasts = defineStore('toasts', () => {
  const toasts = ref<Toast[]>([])

  function say(text: string, options: { icon?: IconName; undo?: Toast['undo'] } = {}): void {
    toasts.value = [
      ...toasts.value.slice(-2),
      { id: ++last, text, icon: options.icon ?? 'check', undo: options.undo },
    ]
  }

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
  }

  function undoLast(): void {
    const toast = toasts.value.findLast(({ undo }) => undo)
    if (!toast) return
    dismiss(toast.id)
    void toast.undo?.()
  }

  return { toasts, say, dismiss, undoLast }
})
