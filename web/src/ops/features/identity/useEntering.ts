import { computed, ref } from 'vue'
import { asRefusal } from '@/shared/api/refusal'
import { useComeIn } from './useComeIn'
import { isIn, useLogIn, type Step } from './useLogIn'
import { usePasskeyText } from './usePasskeyText'

/** Coming in, step by step: who is in goes on, who owes a second step sees its ways, a refused step is said. */
export function useEntering() {
  const comeIn = useComeIn()
  const say = usePasskeyText()
  const logIn = useLogIn()
  const ways = ref<string[] | null>(null)
  const thrown = ref<unknown>(null)
  const refusal = computed(() => (thrown.value ? asRefusal(thrown.value) : null))

  /** Take a step; the one before it may have run out meanwhile. */
  async function take(step: Promise<Step>): Promise<void> {
    thrown.value = null
    try {
      const done = await step
      if (isIn(done)) await comeIn(done)
      else ways.value = done.ways
    } catch (refused) {
      thrown.value = refused
      if (refusal.value?.code === 'first_step_over') ways.value = null
    }
  }

  return {
    ...logIn,
    /** The second factors that may be given; null before the second step. */
    ways,
    refusal,
    said: computed(() => (thrown.value ? say(thrown.value) : '')),
    busy: computed(() => Object.values(logIn).some(({ isPending }) => isPending.value)),
    take,
    /** Begin anew, as somebody else. */
    again: () => (ways.value = thrown.value = null),
  }
}
