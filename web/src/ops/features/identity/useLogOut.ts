import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { api } from '@/shared/api/client'
import { useRecent } from '../../shell/useRecent'
import { sessionQuery } from './useSession'

/** Log out: nothing that was read stays in this page. */
export function useLogOut() {
  const queries = useQueryClient()
  const recent = useRecent()
  return useMutation({
    mutationFn: () => api.DELETE('/session'),
    onSuccess: () => {
      recent.forget()
      queries.clear()
      queries.setQueryData(sessionQuery.queryKey, null)
    },
  })
}
