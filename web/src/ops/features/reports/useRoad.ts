import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { Road } from '@/shared/api/types'

const FRESH_MS = 15_000

/** The records whose order can be looked at: each reader comes from the one he may see. */
export type RoadOf = 'contracts' | 'jobs' | 'subscriptions'

/** Where an order stands, found from its contract, one of its jobs, or what came of it. */
export function useRoad(of: RoadOf, number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['road', of, toValue(number)]),
    queryFn: ({ signal }): Promise<Road> => {
      const asked = { params: { path: { number: toValue(number) } }, signal }
      if (of === 'contracts') return answer(api.GET('/contracts/{number}/road', asked))
      if (of === 'jobs') return answer(api.GET('/jobs/{number}/road', asked))
      return answer(api.GET('/subscriptions/{number}/road', asked))
    },
    staleTime: FRESH_MS,
  })
}
