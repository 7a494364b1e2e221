import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { api } from '@/shared/api/client'
import { sessionQuery } from './useSession'

/** Log out: nothing that was read stays in this page. */
export function useLogOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.DELETE('/session'),
    onSuccess: () => {
      queries.clear()
      queries.setQueryData(sessionQuery.queryKey, null)
    },
  })
}
