import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000
const CHOICES_FRESH_MS = 300_000

/** How the page of an issue is read. */
export const issuePage = (number: string) => ({
  queryKey: ['issues', number, 'page'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answer(api.GET('/issues/{number}', { params: { path: { number } }, signal })),
  staleTime: FRESH_MS,
})

/** An issue whole, in one answer. */
export function useIssue(number: MaybeRefOrGetter<string>) {
  return useQuery(computed(() => issuePage(toValue(number))))
}

/** Whom an issue can be given to: departments and people. */
export function useIssueChoices() {
  return useQuery({
    queryKey: ['issue-choices'],
    queryFn: ({ signal }) => answer(api.GET('/issue-choices', { signal })),
    staleTime: CHOICES_FRESH_MS,
  })
}
