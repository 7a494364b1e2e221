import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** The latest billing runs. */
export function useBillingRuns() {
  const { data, ...rest } = useQuery({
    queryKey: ['billing-runs', 'list'],
    queryFn: () => answer(api.GET('/billing-runs')),
  })
  return { ...rest, runs: computed(() => data.value ?? []) }
}
