import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '../features/identity/useSession'
import { kindOfPage } from './recordKinds'

/** A record that can be looked at beside the page of another. */
export interface Beside {
  kind: string
  number: string
  /** Its own page. */
  to: string
}

/** Kinds with a panel. */
export const BESIDE_KINDS = ['contract', 'invoice', 'issue', 'job', 'quotation', 'subscription']

/** The record beside a record's page, which the address carries: going back closes it. */
export function useBeside() {
  const route = useRoute()
  const router = useRouter()
  const { may } = useSession()

  /** The record that an address names, where it can be shown beside the present page. */
  function named(address: string): Beside | null {
    if (!kindOfPage(String(route.name ?? ''))) return null
    const { name, params, path, meta } = router.resolve(address)
    const { number } = params
    return BESIDE_KINDS.includes(String(name)) &&
      typeof number === 'string' &&
      path !== route.path &&
      may(meta.permission)
      ? { kind: String(name), number, to: path }
      : null
  }
  const without = computed(() =>
    Object.fromEntries(Object.entries(route.query).filter(([name]) => name !== 'beside')),
  )
  const shown = computed(() => {
    const { beside } = route.query
    return typeof beside === 'string' && beside ? named(`/${beside}`) : null
  })

  /** Show a record beside the page; another one takes its place, so that one step back closes it. */
  function open({ to }: Beside): Promise<unknown> {
    const query = { ...without.value, beside: to.slice(1) }
    return shown.value ? router.replace({ query }) : router.push({ query })
  }

  function close(): void {
    const page = router.resolve({ query: without.value }).fullPath
    const { state } = router.options.history
    if (state.back === page) router.back()
    else void router.replace({ query: without.value })
  }
  return { named, shown, open, close }
}
