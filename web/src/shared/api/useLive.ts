import { useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { onScopeDispose, readonly, ref } from 'vue'
import { reachable } from './client'

/** What the hub says: something of this topic changed, perhaps only the record `id`. */
export interface LiveEvent {
  topic: string
  id?: string | null
}

export type LiveState = 'connecting' | 'live' | 'lost'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

/** Ask again for all that a change may have touched: keys are `[topic, 'list', …]` or `[topic, id, …]`. */
export function forgetWhat(queries: QueryClient, event: LiveEvent): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [topic, place] }) =>
      topic === event.topic &&
      (!event.id || typeof place !== 'string' || place === 'list' || place === event.id),
  })
}

/** Keep one stream of live changes open; after a loss it comes back by itself, later each time, and reads all again. */
export function useLive(address = '/api/v1/live') {
  const queries = useQueryClient()
  const state = ref<LiveState>('connecting')
  const since = ref<Date | null>(null)
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS

  function open(): void {
    source = new EventSource(address, { withCredentials: true })
    source.onopen = () => {
      if (state.value === 'lost')
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      state.value = 'live'
      since.value = null
      reachable.value = true
      wait = FIRST_WAIT_MS
    }
    source.onmessage = ({ data }) => forgetWhat(queries, JSON.parse(String(data)) as LiveEvent)
    source.onerror = () => {
      source?.close()
      if (state.value !== 'lost') since.value = new Date()
      state.value = 'lost'
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
  }

  function again(): void {
    if (state.value === 'live') return
    clearTimeout(timer)
    source?.close()
    wait = FIRST_WAIT_MS
    open()
  }

  open()
  addEventListener('online', again)
  onScopeDispose(() => {
    removeEventListener('online', again)
    clearTimeout(timer)
    source?.close()
  })
  return { state: readonly(state), since: readonly(since), again }
}
