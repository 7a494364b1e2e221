import { queryOptions, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'
import { Refusal } from '@/shared/api/refusal'
import type { Session } from '@/shared/api/types'

/** How the session is read: null when nobody is logged in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'] as const,
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answer(api.GET('/session'))
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) return null
      throw error
    }
  },
  staleTime: Infinity,
})

/** Who is logged in and what he may do. */
export function useSession() {
  const queries = useQueryClient()
  const { data } = useQuery(sessionQuery)
  return {
    session: computed(() => data.value ?? null),
    user: computed(() => data.value?.user ?? null),
    may: (permission: string | undefined) =>
      !permission || (data.value?.permissions.includes(permission) ?? false),
    forget: () => queries.setQueryData(sessionQuery.queryKey, null),
  }
}
