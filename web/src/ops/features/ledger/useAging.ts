import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** What customers owe at the end of a day (today when empty), by days past due. */
export function useAging(on: Ref<string>, enabled: () => boolean = () => true) {
  return useQuery({
    queryKey: computed(() => ['ledger', 'aging', on.value]),
    queryFn: () => answer(api.GET('/ledger/aging', { params: { query: on.value ? { on: on.value } : {} } })),
    enabled: computed(enabled),
  })
}
