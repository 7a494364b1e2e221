import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { ListPath, ListQuery } from '@/shared/api/paths'
import type { Page } from '@/shared/api/types'

const PAGE_SIZE = 50
/** How many rows an address may name. */
export const NAMED = 500

/** Read one page of a list. */
export function readPage<R>(path: ListPath, query: ListQuery, signal?: AbortSignal): Promise<Page<R>> {
  return answer(api.GET(path, { params: { query }, signal })) as unknown as Promise<Page<R>>
}

/** Rows of a list, page after page; the old rows stay on screen until the new ones are here. */
export function useListRows<R>(path: ListPath, topic: string, query: Ref<Record<string, string>>) {
  const took = ref(0)
  const found = useInfiniteQuery({
    queryKey: computed(() => [topic, 'list', path, query.value]),
    queryFn: async ({ pageParam, signal }) => {
      const began = performance.now()
      const page = await readPage<R>(
        path,
        { ...query.value, limit: PAGE_SIZE, cursor: pageParam || undefined },
        signal,
      )
      took.value = Math.round(performance.now() - began)
      return page
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const pages = computed(() => found.data.value?.pages ?? [])
  const keys = computed(
    () => new Map(pages.value.flatMap((page) => page.items.map((row, at) => [row, page.keys[at] ?? '']))),
  )
  return {
    ...found,
    took,
    /** The keys by which the server knows some of these rows. */
    keysOf: (some: R[]) => some.map((row) => keys.value.get(row) ?? '').join(),
    rows: computed(() => pages.value.flatMap(({ items }) => items)),
    count: computed(() => pages.value[0]?.count ?? null),
    countExact: computed(() => pages.value[0]?.count_exact ?? true),
    totals: computed(() => pages.value[0]?.totals ?? null),
  }
}

/** What the ticked rows add up to, as the server adds it; null where nothing is added up. */
export function useTickedTotals(
  path: ListPath,
  topic: string,
  query: Ref<Record<string, string>>,
  enabled: Ref<boolean>,
) {
  const { data } = useQuery({
    queryKey: computed(() => [topic, 'list', path, 'ticked', query.value]),
    queryFn: async () => (await readPage(path, { ...query.value, limit: 1 })).totals,
    placeholderData: keepPreviousData,
    enabled,
  })
  return computed(() => (enabled.value ? (data.value ?? null) : null))
}

/** How many rows each query would find; null while unknown or too dear to count. */
export function useListCounts(
  path: ListPath,
  topic: string,
  queries: Ref<Record<string, string>[]>,
  enabled: Ref<boolean>,
) {
  const answers = useQueries({
    queries: computed(() =>
      queries.value.map((query) => ({
        queryKey: [topic, 'list', path, 'count', query],
        queryFn: async () => (await readPage(path, { ...query, limit: 1 })).count,
        staleTime: 5 * 60_000,
        enabled: enabled.value,
      })),
    ),
  })
  return computed(() => answers.value.map(({ data }) => data ?? null))
}

/** The address of the same list as a file. */
export function exportAddress(path: ListPath, query: Record<string, string>, format: 'csv' | 'xlsx'): string {
  return `/api/v1${path}/export?${new URLSearchParams({ ...query, format })}`
}
