import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { ShadowDifferenceRow } from '@/shared/api/types'

const MOST = 2_000
const FRESH_MS = 15_000
const OWNERS_FRESH_MS = 300_000
type Query = Record<string, string>

/** A day that both systems bill, with its differences by kind. */
export function useShadowCycle(day: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['shadow_cycles', toValue(day), 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/shadow-cycles/{day}', { params: { path: { day: toValue(day) } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** One difference, line by line. */
export function useShadowDifference(number: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: computed(() => ['shadow_differences', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/shadow-differences/{number}', { params: { path: { number: toValue(number) } }, signal }),
      ),
    staleTime: FRESH_MS,
  })
}

/** Whom differences can be given to. */
export function useShadowOwners() {
  return useQuery({
    queryKey: ['shadow-owners'],
    queryFn: ({ signal }) => answer(api.GET('/shadow-owners', { signal })),
    staleTime: OWNERS_FRESH_MS,
  })
}

/** The day to compute next, as the server would take it; empty when none is left. */
export async function nextShadowDay(): Promise<string> {
  return (await answer(api.GET('/shadow-next-day'))).day ?? ''
}

/** Every difference a filter finds, at most 2,000: what one act takes. */
export async function differencesOf(query: Query): Promise<ShadowDifferenceRow[]> {
  const found: ShadowDifferenceRow[] = []
  let cursor = ''
  do {
    const page = await answer(
      api.GET('/shadow-differences', {
        params: { query: { ...query, limit: 200, ...(cursor ? { cursor } : {}) } },
      }),
    )
    found.push(...page.items)
    cursor = page.next_cursor ?? ''
  } while (cursor && found.length < MOST)
  return found.slice(0, MOST)
}
