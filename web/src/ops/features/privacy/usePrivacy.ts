import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** A request whole, with what was done about it. */
export function usePrivacyRequest(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['privacy_requests', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/privacy/requests/{number}', { params: { path: { number: toValue(number) } }, signal }),
      ),
    staleTime: FRESH_MS,
  })
}

/** The changes of the file since a request of rectification came, each with whether it is its correction. */
export function usePrivacyChanges(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['privacy_requests', toValue(number), 'changes']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/privacy/requests/{number}/changes', {
          params: { path: { number: toValue(number) } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  })
}

/** A confidentiality incident whole. */
export function usePrivacyIncident(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['privacy_incidents', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/privacy/incidents/{number}', { params: { path: { number: toValue(number) } }, signal }),
      ),
    staleTime: FRESH_MS,
  })
}

/** How long what names people is kept, rule by rule. */
export function usePrivacyRetention() {
  return useQuery({
    queryKey: ['privacy_retention'],
    queryFn: ({ signal }) => answer(api.GET('/privacy/retention', { signal })),
    staleTime: FRESH_MS,
  })
}
