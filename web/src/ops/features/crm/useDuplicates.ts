import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, shallowRef, watch } from 'vue'
import { answer, api } from '@/shared/api/client'

/** What somebody could be recognised by. */
export interface Traits {
  email?: string
  phone?: string
  line1?: string
  city?: string
  name?: string
  but?: string
}
const WAIT_MS = 300
const FRESH_MS = 15_000
/** Of an address or a name fewer letters say nothing. */
const LEAST = 4

/** Customers who look like the one being written, asked for once typing pauses. */
export function useDuplicates(typed: () => Traits) {
  const asked = shallowRef<Traits>({})
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => JSON.stringify(typed()),
    (text) => {
      clearTimeout(timer)
      timer = setTimeout(() => (asked.value = JSON.parse(text) as Traits), WAIT_MS)
    },
    { immediate: true },
  )
  const telling = ({ email, phone, line1, name }: Traits) =>
    [email, phone, line1, name].some((value) => (value?.trim().length ?? 0) >= LEAST)
  return useQuery({
    queryKey: computed(() => ['customers', 'duplicates', asked.value]),
    queryFn: ({ signal }) =>
      answer(api.GET('/customers/duplicates', { params: { query: asked.value }, signal })),
    enabled: computed(() => telling(asked.value)),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  })
}
