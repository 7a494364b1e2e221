import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'
import { sessionQuery } from './useSession'

/** Log in by name and password. */
export function useLogIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { username: string; password: string }) => answer(api.POST('/session', { body })),
    onSuccess: (session) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      queries.setQueryData(sessionQuery.queryKey, session)
    },
  })
}
