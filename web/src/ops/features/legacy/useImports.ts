import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** The imports so far, newest first. */
export function useImports() {
  const { data, ...rest } = useQuery({
    queryKey: ['imports', 'list'],
    queryFn: () => answer(api.GET('/imports')),
  })
  return { ...rest, imports: computed(() => data.value?.items ?? []) }
}
