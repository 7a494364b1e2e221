import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'
import type { Language, Theme } from '@/shared/api/types'
import { speak } from '@/shared/i18n'
import { wear } from '@/shared/ui/theme'
import { sessionQuery } from './useSession'

/** Change language or theme: shown at once, then kept by the server for every machine. */
export function useChangePreferences() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: { language?: Language; theme?: Theme }) => {
      if (body.theme) wear(body.theme)
      if (body.language) await speak(body.language)
      return answer(api.PATCH('/session', { body }))
    },
    onSuccess: (session, { language }) => {
      queries.setQueryData(sessionQuery.queryKey, session)
      // What the server wrote in words must be written again.
      if (language) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
}
