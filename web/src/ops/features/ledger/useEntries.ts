import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** The entries of a document, oldest first, with their lines. */
export function useEntries(document: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['ledger', 'entries', document.value]),
    queryFn: () =>
      answer(
        api.GET('/ledger/documents/{document}/entries', { params: { path: { document: document.value } } }),
      ),
  })
}
