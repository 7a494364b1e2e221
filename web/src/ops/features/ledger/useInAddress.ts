import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A value of the page kept in the address under a word; what nobody has said yet is `initial`. */
export function useInAddress() {
  const route = useRoute()
  const router = useRouter()
  return (word: string, initial: () => string): WritableComputedRef<string> =>
    computed({
      get: () => String(route.query[word] ?? initial()),
      set: (value) => void router.replace({ query: { ...route.query, [word]: value || undefined } }),
    })
}
