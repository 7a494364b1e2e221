import { computed, onScopeDispose, readonly, ref, watch, type Ref } from 'vue'

const busy = ref(0)
const editing = computed(() => busy.value > 0)

/** Whether something on this page is being changed just now: others are told. */
export function useEditing() {
  return { editing: readonly(editing) }
}

/** Count a field or a dialog as being changed while `active` says so. */
export function useCountsAsEditing(active: Ref<boolean>): void {
  let counted = false
  const count = (now: boolean) => {
    if (now !== counted) busy.value += now ? 1 : -1
    counted = now
  }
  watch(active, count, { immediate: true })
  onScopeDispose(() => count(false))
}
