import type { QueryClient } from '@tanstack/vue-query'
import { createRouter, createWebHistory, type RouteLocationNormalized, type Router } from 'vue-router'
import { onSessionEnd } from '@/shared/api/client'
import { needWords } from '@/shared/i18n'
import { sessionQuery } from './features/identity/useSession'
import { routes } from './routes'

declare module 'vue-router' {
  interface RouteMeta {
    /** Catalogue key of the page's name. */
    title: string
    permission?: string
    /** Open to who isn't logged in. */
    open?: boolean
    /** Route above this one in the breadcrumb. */
    above?: string
    /** Areas of words that the page says, beside those of the base. */
    words?: string[]
  }
}

function loginFrom(to: RouteLocationNormalized) {
  return { name: 'login', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
}

/** The address bar: asks for a login where one is needed and comes back after it. */
export function newRouter(queries: QueryClient, base: string): Router {
  const router = createRouter({
    history: createWebHistory(base),
    routes,
    // What changes in a page's address (a filter, the record beside it) leaves the page where it is.
    scrollBehavior: (to, from, saved) => (to.path === from.path ? false : (saved ?? { top: 0 })),
  })
  router.beforeEach(async (to) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (!session && !to.meta.open) return loginFrom(to)
    // Who owes something to his account (a password to change, a second factor) can go nowhere else before.
    if (session?.duties.length && !to.meta.open && to.name !== 'settings-account')
      return { name: 'settings-account', replace: true }
    // The page's words come beside its code; it is shown when both are here.
    needWords(to.meta.words).catch(() => undefined)
    return true
  })
  router.beforeResolve(({ meta }) => needWords(meta.words))
  onSessionEnd(() => {
    const from = router.currentRoute.value
    if (from.meta.open) return
    queries.setQueryData(sessionQuery.queryKey, null)
    // In its place: after the login one goes back to what came before the page, not to the page again.
    void router.replace({ ...loginFrom(from), state: { expired: true } })
  })
  return router
}
