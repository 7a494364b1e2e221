import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** What waits for a person, oldest first. */
export function useParkedWork() {
  const { data, ...rest } = useQuery({
    queryKey: ['parked', 'list'],
    queryFn: () => answer(api.GET('/parked-work')),
  })
  return {
    ...rest,
    items: computed(() => data.value?.items ?? []),
    count: computed(() => data.value?.count ?? 0),
  }
}
