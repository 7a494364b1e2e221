import { useQuery } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'

/** How the server declares a list: columns, filters, orders and views. */
export function useListDescription(name: string) {
  return useQuery({
    queryKey: ['lists', name],
    queryFn: () => answer(api.GET('/lists/{name}', { params: { path: { name } } })),
    staleTime: Infinity,
  })
}
