import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** A device with every move it made. */
export function useEquipment(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['equipment', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/equipment/{number}', { params: { path: { number: toValue(number) } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** A drop with its port, whom it serves, the devices there and the plans sold there. */
export function useDrop(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['drops', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/drops/{number}', { params: { path: { number: toValue(number) } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** What can be had at a typed address, or at a drop that was chosen; nothing before two signs. */
export function useEligibility(typed: MaybeRefOrGetter<string>, drop: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['eligibility', toValue(typed), toValue(drop)]),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/eligibility', {
          params: { query: toValue(drop) ? { drop: toValue(drop) } : { q: toValue(typed) } },
          signal,
        }),
      ),
    enabled: computed(() => toValue(drop) !== '' || toValue(typed).trim().length >= 2),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })
}
