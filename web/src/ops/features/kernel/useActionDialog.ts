import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { IconName } from '@/shared/ui/icon-names'
import type { ActionInput } from './usePerformAction'

/** What a page asks when it opens an action's dialog. */
export interface ActionRequest {
  name: string
  /** Inputs that are settled and not asked for. */
  given?: ActionInput
  /** Inputs proposed, which can be changed. */
  proposed?: ActionInput
  /** The inputs asked for, where not all are; one emptied here is emptied there. */
  fields?: string[]
  /** What an input may hold, in words: chosen, or ticked where it has several values, instead of typed. */
  choices?: Record<string, { value: string; label: string }[]>
  /** The verb and its object, in words; the action's own label otherwise. */
  title?: string
  /** Words of the button; the title otherwise. */
  verb?: string
  icon?: IconName
  small?: boolean
  /** What is said once it is done, where that only begins something; otherwise that it is done. */
  told?: string
  done?: (result: unknown) => void
}

/** The one action dialog of the application, open for one action at a time. */
export const useActionDialog = defineStore('action-dialog', () => {
  const request = shallowRef<ActionRequest | null>(null)
  return {
    request,
    open: (wanted: ActionRequest) => (request.value = wanted),
    close: () => (request.value = null),
  }
})
