import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'

/** What is looked for in the audit trail; empty words narrow nothing. */
export interface AuditAsked {
  subject: string
  actor: string
  action: string
  text: string
  from: string
  to: string
}

const EACH = 50

/** The audit trail, newest first, as far as it was asked for. */
export function useAudit(asked: Ref<AuditAsked>) {
  const { data, ...rest } = useInfiniteQuery({
    queryKey: computed(() => ['audit', asked.value]),
    queryFn: ({ pageParam, signal }) => {
      const given = Object.fromEntries(Object.entries(asked.value).filter(([, value]) => value))
      return answer(
        api.GET('/audit', { params: { query: { ...given, cursor: pageParam, limit: EACH } }, signal }),
      )
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: (before) => before,
  })
  return { ...rest, entries: computed(() => data.value?.pages.flatMap(({ items }) => items) ?? []) }
}
