import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'

/** Every role with what it may do and how many hold it. */
export function useRoles() {
  const { data, ...rest } = useQuery({
    queryKey: ['roles', 'all'],
    queryFn: () => answer(api.GET('/roles', { params: { query: { limit: 200 } } })),
  })
  return { ...rest, roles: computed(() => data.value?.items ?? []) }
}

/** Every permission in words, by the app it belongs to. */
export function usePermissions() {
  const { data, ...rest } = useQuery({
    queryKey: ['permissions'],
    queryFn: () => answer(api.GET('/permissions')),
    staleTime: Infinity,
  })
  const permissions = computed(() => data.value?.items ?? [])
  const apps = computed(() => [...new Set(permissions.value.map(({ code }) => code.split('.')[0] ?? ''))])
  return {
    ...rest,
    permissions,
    groups: computed(() =>
      apps.value.map((app) => ({
        app,
        items: permissions.value.filter(({ code }) => code.startsWith(`${app}.`)),
      })),
    ),
  }
}

/** Every department by name. */
export function useDepartments() {
  const { data } = useQuery({
    queryKey: ['departments', 'all'],
    queryFn: () => answer(api.GET('/departments', { params: { query: { limit: 200 } } })),
  })
  return computed(() => data.value?.items ?? [])
}
