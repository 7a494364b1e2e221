import { useQuery } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'

/** While a test runs, it is looked at again so often. */
const AGAIN_MS = 1500

/** The outside services, each with how it stands and what its last test found. */
export const useServices = () =>
  useQuery({
    queryKey: ['settings', 'services'],
    queryFn: () => answer(api.GET('/services')),
    refetchInterval: ({ state }) =>
      state.data?.some(({ check }) => check && check.ok === null) ? AGAIN_MS : false,
  })
