import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** An account on which branches of the catalogue are sold, named after them. */
export interface RevenueAccount {
  number: string
  name: string
}

/** The accounts a line without an item may be earned on. */
export function useRevenueAccounts() {
  const { data } = useQuery({
    queryKey: ['items', 'groups'],
    queryFn: ({ signal }) => answer(api.GET('/item-groups', { signal })),
    staleTime: 60_000,
  })
  return computed<RevenueAccount[]>(() => {
    const named = new Map<string, string[]>()
    for (const { revenue_account, name } of data.value ?? [])
      named.set(revenue_account, [...(named.get(revenue_account) ?? []), name])
    return [...named]
      .map(([number, names]) => ({ number, name: `${number} ${names.join(', ')}` }))
      .sort((a, b) => a.number.localeCompare(b.number))
  })
}
