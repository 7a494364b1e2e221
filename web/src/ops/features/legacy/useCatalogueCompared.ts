import { useQuery } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'

/** How our catalogue compares with the former one, by kind of difference. */
export function useCatalogueCompared() {
  const { data, ...rest } = useQuery({
    queryKey: ['imports', 'catalogue'],
    queryFn: () => answer(api.GET('/catalogue-compared')),
  })
  return { ...rest, compared: data }
}
