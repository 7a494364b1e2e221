import { useQuery } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'

/** The chart of accounts, by number. */
export function useAccounts() {
  return useQuery({
    queryKey: ['ledger', 'accounts'],
    queryFn: () => answer(api.GET('/ledger/accounts')),
    staleTime: 5 * 60_000,
  })
}
