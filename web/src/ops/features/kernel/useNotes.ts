import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import { usePerformAction } from './usePerformAction'

const FRESH_MS = 15_000

/** The notes on a record (`issue:ISS-00042`), the pinned ones first, and how one is added. */
export function useNotes(subject: Ref<string>) {
  const act = usePerformAction()
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['notes', subject.value]),
    queryFn: ({ signal }) =>
      answer(api.GET('/notes', { params: { query: { subject: subject.value } }, signal })),
    staleTime: FRESH_MS,
  })
  const notes = computed(() => data.value ?? [])
  return {
    notes,
    ready: computed(() => data.value !== undefined),
    error,
    refetch,
    noteOf: (key: number | null | undefined) => notes.value.find(({ id }) => id === key) ?? null,
    write: (text: string) =>
      act.mutateAsync({ name: 'kernel.add_note', input: { subject: subject.value, text } }),
  }
}
