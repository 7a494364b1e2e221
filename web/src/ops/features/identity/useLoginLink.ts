import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'
import type { Step } from './useLogIn'
import { enterAs } from './useLogIn'

/** Ask for a letter by which one chooses a new password. */
export function useForgotten() {
  return useMutation({
    mutationFn: (name: string) => answer(api.POST('/session/forgotten', { body: { name } })),
  })
}

/** The link of a letter: whose it is, and what chooses a password by it. */
export function useLoginLink(token: string) {
  const queries = useQueryClient()
  const link = useQuery({
    queryKey: ['login-link'],
    queryFn: () => answer(api.POST('/session/link', { body: { token } })),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const choose = useMutation({
    mutationFn: (password: string): Promise<Step> =>
      answer(api.POST('/session/link/password', { body: { token, password } })),
    onSuccess: (step) => enterAs(queries, step),
  })
  return { ...link, choose }
}
