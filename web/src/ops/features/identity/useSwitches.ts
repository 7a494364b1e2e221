import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** What may act on customers by itself, and whether it does. */
export function useSwitches() {
  const { data, ...rest } = useQuery({ queryKey: ['switches'], queryFn: () => answer(api.GET('/switches')) })
  return { ...rest, switches: computed(() => data.value?.items ?? []) }
}
