import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

const WAIT_MS = 120

/** Find anything by words, number, telephone, address; asked once the typing pauses. */
export function useSearch(words: Ref<string>) {
  const asked = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    words,
    (now) => {
      clearTimeout(timer)
      timer = setTimeout(() => (asked.value = now.trim()), WAIT_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  const { data, error, isFetching } = useQuery({
    queryKey: computed(() => ['search', asked.value]),
    queryFn: ({ signal }) => answer(api.GET('/search', { params: { query: { q: asked.value } }, signal })),
    enabled: computed(() => asked.value.length > 1),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return {
    items: computed(() => (asked.value.length > 1 ? (data.value?.items ?? []) : [])),
    settled: computed(() => asked.value === words.value.trim() && !isFetching.value),
    error,
    /** What the server took, in milliseconds. */
    took: computed(() => Math.round(data.value?.took_ms ?? 0)),
  }
}
