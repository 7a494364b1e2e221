import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { answer, api } from '@/shared/api/client'

const EACH_MS = 10_000

/** How the work in the background stands, asked again by itself; where its figures moved, the list of jobs is too. */
export function useBackground() {
  const queries = useQueryClient()
  const asked = useQuery({
    queryKey: ['settings', 'background'],
    queryFn: () => answer(api.GET('/background')),
    refetchInterval: EACH_MS,
  })
  watch(
    () => asked.data.value && JSON.stringify(asked.data.value.queues),
    (_, before) => before && void queries.invalidateQueries({ queryKey: ['background_jobs'] }),
  )
  return asked
}
