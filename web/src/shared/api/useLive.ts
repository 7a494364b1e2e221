import { useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { onScopeDispose, readonly, ref } from 'vue'
import { api, reachable } from './client'
import { touches, type LiveEvent } from './topics'

export type { LiveEvent }

export type LiveState = 'connecting' | 'live' | 'lost'

const EVERYTHING = '*'
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
const GATHER_MS = 250
const PACE_MS = 2_000

/** Read again what changed: gathered for a moment and then at a pace, so that a billing run doesn't drown the page. */
export function newRefresher(queries: QueryClient) {
  const dirty = new Map<string, LiveEvent>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0

  function flush(): void {
    timer = undefined
    last = Date.now()
    const told = [...dirty.values()]
    dirty.clear()
    const everything = told.some(({ topic }) => topic === EVERYTHING)
    void queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        (everything && !['session', 'actions', 'preview'].includes(String(queryKey[0]))) ||
        told.some((event) => touches(event, queryKey)),
    })
  }

  return {
    tell(event: LiveEvent): void {
      dirty.set(`${event.topic}:${event.id}`, event)
      timer ??= setTimeout(flush, Math.max(GATHER_MS, last + PACE_MS - Date.now()))
    },
    stop: () => clearTimeout(timer),
  }
}

/** Keep one stream of live changes open; the browser brings it back by itself, and so do we when it gave up. */
export function useLive(address = '/api/v1/live') {
  const queries = useQueryClient()
  const refresher = newRefresher(queries)
  const state = ref<LiveState>('connecting')
  const since = ref<Date | null>(null)
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS

  function open(): void {
    source = new EventSource(address)
    source.onopen = () => {
      state.value = 'live'
      since.value = null
      reachable.value = true
      wait = FIRST_WAIT_MS
    }
    source.onmessage = ({ data }) => refresher.tell(JSON.parse(String(data)) as LiveEvent)
    source.onerror = () => {
      since.value ??= new Date()
      if (state.value !== 'lost') void probe()
      state.value = 'lost'
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(() => void reopen(), wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
  }

  /** A stream can't say why it broke off; a plain question can, and leads to the login when we are out. */
  async function probe(): Promise<void> {
    await api.GET('/notices').catch(() => undefined)
  }

  async function reopen(): Promise<void> {
    clearTimeout(timer)
    source?.close()
    await probe()
    if (state.value !== 'live') open()
    refresher.tell({ topic: EVERYTHING, id: null })
  }

  function again(): void {
    wait = FIRST_WAIT_MS
    if (state.value !== 'live') void reopen()
  }

  /** A phone out of reach says so at once; the stream itself would notice only later. */
  function gone(): void {
    since.value ??= new Date()
    reachable.value = false
    state.value = 'lost'
    source?.close()
  }

  open()
  addEventListener('online', again)
  addEventListener('offline', gone)
  onScopeDispose(() => {
    removeEventListener('online', again)
    removeEventListener('offline', gone)
    clearTimeout(timer)
    refresher.stop()
    source?.close()
  })
  return { state: readonly(state), since: readonly(since), again }
}
