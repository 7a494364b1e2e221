import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** The rows behind one number of an import's report, a page at a time. */
export function useImportFindings(number: () => number, code: () => string, table: () => string) {
  const { data, ...rest } = useInfiniteQuery({
    queryKey: computed(() => ['imports', number(), 'findings', code(), table()]),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/imports/{number}/findings', {
          params: { path: { number: number() }, query: { code: code(), table: table(), cursor: pageParam } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next_cursor }) => (next_cursor ? Number(next_cursor) : undefined),
  })
  return { ...rest, items: computed(() => data.value?.pages.flatMap(({ items }) => items) ?? []) }
}
