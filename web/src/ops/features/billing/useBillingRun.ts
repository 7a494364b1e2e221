import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import { Refusal } from '@/shared/api/refusal'

/** The run of a day; null while that day is not billed. */
export function useBillingRun(date: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['billing-runs', date.value]),
    queryFn: () =>
      answer(api.GET('/billing-runs/{date}', { params: { path: { date: date.value } } })).catch((thrown) => {
        if (thrown instanceof Refusal && thrown.code === 'no_such_run') return null
        throw thrown
      }),
  })
}

/** What a run of a day would bill; computed once, and again when asked. */
export function useBillingPreview(date: Ref<string>, enabled: Ref<boolean>) {
  return useQuery({
    queryKey: computed(() => ['billing-preview', date.value]),
    queryFn: () => answer(api.GET('/billing-runs/preview', { params: { query: { date: date.value } } })),
    enabled,
    staleTime: Infinity,
  })
}
