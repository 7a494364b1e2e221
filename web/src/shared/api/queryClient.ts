import { QueryClient } from '@tanstack/vue-query'
import { Refusal } from './refusal'

const RETRIES = 2

/** The memory of what the server said; a refusal is an answer and is not asked again, silence is. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) =>
          failures < RETRIES && error instanceof Refusal && (error.unreachable || error.status >= 502),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
