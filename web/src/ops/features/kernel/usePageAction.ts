import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { idempotencyKey } from '@/shared/api/client'
import { asRefusal } from '@/shared/api/refusal'
import { usePerformAction, type ActionInput } from './usePerformAction'
import { usePreviewAction } from './usePreviewAction'

const WAIT_MS = 250

/** An action that has its own page: what it would do, seen while one types, and the act, done once however often asked. */
export function usePageAction(name: string, input: Ref<ActionInput | null>) {
  let key = idempotencyKey()
  let timer: ReturnType<typeof setTimeout> | undefined
  const asked = shallowRef(input.value)
  const text = computed(() => JSON.stringify(input.value))
  watch(text, () => {
    key = idempotencyKey()
    clearTimeout(timer)
    timer = setTimeout(() => (asked.value = input.value), WAIT_MS)
  })
  const { data: preview, error, isFetching } = usePreviewAction(name, asked)
  const { mutateAsync, isPending } = usePerformAction()
  const thrown = ref<unknown>(null)
  watch(text, () => (thrown.value = null))
  const current = computed(
    () => input.value !== null && JSON.stringify(asked.value) === text.value && !isFetching.value,
  )
  const refusal = computed(() => {
    const found = thrown.value ?? (asked.value ? error.value : null)
    return found ? asRefusal(found) : null
  })

  /** Do it as `changed` says, or as previewed; undefined when it is refused. */
  async function act<Result>(changed: ActionInput = {}): Promise<Result | undefined> {
    if (input.value === null || isPending.value) return undefined
    try {
      const { result } = await mutateAsync({ name, input: { ...input.value, ...changed }, key })
      return result as Result
    } catch (refused) {
      thrown.value = refused
      return undefined
    }
  }

  return {
    preview: computed(() => (error.value ? null : (preview.value ?? null))),
    current,
    refusal,
    isPending,
    act,
  }
}
