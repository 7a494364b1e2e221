import { useQueryClient, type FetchQueryOptions, type QueryKey } from '@tanstack/vue-query'

/** Read a record ahead, as its page reads it, so that the page opens at once. */
export function usePrefetch<Page, Key extends QueryKey>(
  pageOf: (number: string) => FetchQueryOptions<Page, Error, Page, Key>,
) {
  const queries = useQueryClient()
  return (number: string) => void queries.prefetchQuery(pageOf(number))
}
