import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** The months of the books, the newest first: open or closed. */
export function useMonths() {
  return useQuery({ queryKey: ['ledger', 'months'], queryFn: () => answer(api.GET('/ledger/months')) })
}

/** One month with its closing checklist, computed when asked. */
export function useMonth(month: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['ledger', 'months', month.value]),
    queryFn: () => answer(api.GET('/ledger/months/{month}', { params: { path: { month: month.value } } })),
    placeholderData: keepPreviousData,
    enabled: computed(() => Boolean(month.value)),
  })
}
