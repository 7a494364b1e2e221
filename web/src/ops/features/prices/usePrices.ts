import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { ItemRow } from '@/shared/api/types'

const FRESH_MS = 15_000
const MOST_PAGES = 10

/** New prices as they are asked for; exactly one of price and percent. */
export interface WantedPrices {
  effective_on: string
  items: string[]
  segment: '' | 'residential' | 'commercial'
  in_catalogue: boolean
  new_price?: string
  percent?: string
}

/** Everything that is charged again and again, by group. */
export function useRecurringItems() {
  return useQuery({
    queryKey: ['items', 'recurring'],
    queryFn: async ({ signal }) => {
      const found: ItemRow[] = []
      let cursor: string | undefined
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const next = await answer(
          api.GET('/items', {
            params: { query: { kind: 'recurring,discount', sort: 'group_name', limit: 200, cursor } },
            signal,
          }),
        )
        found.push(...next.items)
        if (!next.next_cursor) break
        cursor = next.next_cursor
      }
      return found
    },
    staleTime: FRESH_MS,
  })
}

/** What new prices would do, by the very computation that plans them. */
export function usePricePreview(wanted: Ref<WantedPrices | null>) {
  return useQuery({
    queryKey: computed(() => ['price_changes', 'preview', wanted.value]),
    queryFn: ({ signal }) => {
      const { items, ...query } = wanted.value as WantedPrices
      return answer(
        api.GET('/price-changes/preview', {
          params: { query: { ...query, items: items.join(',') } },
          signal,
        }),
      )
    },
    enabled: computed(() => wanted.value !== null),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** A price change whole, and how far it is. */
export function usePriceChange(number: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['price_changes', number.value, 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/price-changes/{number}', { params: { path: { number: number.value } }, signal })),
    staleTime: FRESH_MS,
  })
}
