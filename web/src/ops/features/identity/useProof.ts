import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { Refusal } from '@/shared/api/refusal'

/** Asks the person to prove again that it is he, before a dangerous act that the server refused for want of it. */
export const useProof = defineStore('proof', () => {
  const asking = shallowRef<((proved: boolean) => void) | null>(null)

  function ask(): Promise<boolean> {
    asking.value?.(false)
    return new Promise((resolve) => (asking.value = resolve))
  }

  function settle(proved: boolean): void {
    asking.value?.(proved)
    asking.value = null
  }

  /** Do it; where a proof is missing, ask for it and do it once more. */
  async function withProof<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act()
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'proof_needed' || !(await ask())) throw thrown
      return act()
    }
  }

  return { asking, settle, withProof }
})
