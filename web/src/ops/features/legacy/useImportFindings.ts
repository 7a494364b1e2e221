import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { Behind } from './behind'

/** The rows behind one number of an import's report, a page at a time. */
export function useImportFindings(number: () => number, behind: () => Behind) {
  const asked = () => ({ code: behind().code, table: behind().table, sort: behind().sort })
  const { data, ...rest } = useInfiniteQuery({
    queryKey: computed(() => ['imports', number(), 'findings', asked()]),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/imports/{number}/findings', {
          params: { path: { number: number() }, query: { ...asked(), cursor: pageParam } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next_cursor }) => (next_cursor ? Number(next_cursor) : undefined),
  })
  return { ...rest, items: computed(() => data.value?.pages.flatMap(({ items }) => items) ?? []) }
}
