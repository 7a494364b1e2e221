import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { ListPath } from '@/shared/api/paths'
import { readPage } from './useListRows'

/** One row of a list by its key, for a panel that an address opens; null once the list has it no more. */
export function useListRow<R>(path: ListPath, topic: string, key: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => [topic, 'list', path, 'one', toValue(key)]),
    queryFn: async ({ signal }) =>
      (await readPage<R>(path, { only: toValue(key), limit: 1 }, signal)).items[0] ?? null,
    enabled: computed(() => toValue(key) !== ''),
  })
}
