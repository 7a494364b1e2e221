import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** One import whole: how far each step is, then its report. */
export function useImport(number: Ref<number>) {
  return useQuery({
    queryKey: computed(() => ['imports', number.value]),
    queryFn: () => answer(api.GET('/imports/{number}', { params: { path: { number: number.value } } })),
    // A long statement tells nothing while it runs; the time it takes moves the bar all the same.
    refetchInterval: (query) => (query.state.data?.run.state === 'running' ? 2000 : false),
  })
}
