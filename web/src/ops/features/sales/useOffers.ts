import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** A quotation whole. */
export function useQuotation(number: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['quotations', number.value, 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/quotations/{number}', { params: { path: { number: number.value } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** A contract whole. */
export function useContract(number: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['contracts', number.value, 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/contracts/{number}', { params: { path: { number: number.value } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** The plans that are sold. */
export function useSoldPlans() {
  return useQuery({
    queryKey: ['plans', 'sold'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans', { params: { query: { active: true, sort: 'name', limit: 200 } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** A plan's items. */
export function usePlanItems(code: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['plans', code.value, 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{code}', { params: { path: { code: code.value } }, signal })),
    enabled: computed(() => code.value !== ''),
    staleTime: FRESH_MS,
  })
}

/** The templates one may start from. */
export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => answer(api.GET('/quotation-templates', { signal })),
    staleTime: FRESH_MS,
  })
}
