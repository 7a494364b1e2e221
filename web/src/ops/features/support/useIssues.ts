import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000
const CHOICES_FRESH_MS = 300_000

/** An issue whole, in one answer. */
export function useIssue(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['issues', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/issues/{number}', { params: { path: { number: toValue(number) } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** Whom an issue can be given to: departments and people. */
export function useIssueChoices() {
  return useQuery({
    queryKey: ['issue-choices'],
    queryFn: ({ signal }) => answer(api.GET('/issue-choices', { signal })),
    staleTime: CHOICES_FRESH_MS,
  })
}
