import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** Opening, movements and closing of every account between two days, both included. */
export function useTrialBalance(from: Ref<string>, to: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['ledger', 'trial-balance', from.value, to.value]),
    queryFn: () =>
      answer(api.GET('/ledger/trial-balance', { params: { query: { from: from.value, to: to.value } } })),
    placeholderData: keepPreviousData,
    enabled: computed(() => Boolean(from.value && to.value)),
  })
}
