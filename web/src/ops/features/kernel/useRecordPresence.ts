import { useQuery } from '@tanstack/vue-query'
import { computed, onScopeDispose, watch, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import { useEditing } from '@/shared/ui/useEditing'

const HEARTBEAT_MS = 30_000
/** This page among all that are open, as long as it is. */
const page = crypto.randomUUID()

type State = 'here' | 'editing' | 'gone'

/** Say that this page stands on a record, and who else does; said again at a pace and whenever that changes. */
export function useRecordPresence(subject: Ref<string>) {
  const { editing } = useEditing()
  const say = (about: string, state: State, keepalive = false) =>
    api.POST('/presence', { body: { subject: about, page, state }, keepalive })
  const { data, refetch } = useQuery({
    queryKey: computed(() => ['presence', subject.value]),
    queryFn: () => answer(say(subject.value, editing.value ? 'editing' : 'here')),
    refetchInterval: HEARTBEAT_MS,
    staleTime: HEARTBEAT_MS / 2,
    gcTime: 0,
    retry: false,
  })
  watch(editing, () => void refetch())
  const leave = () => void say(subject.value, 'gone', true).catch(() => undefined)
  watch(subject, (_, left) => void say(left, 'gone').catch(() => undefined))
  addEventListener('pagehide', leave)
  onScopeDispose(() => {
    removeEventListener('pagehide', leave)
    leave()
  })
  return { people: computed(() => data.value?.people ?? []) }
}
