import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'

const FRESH_MS = 15_000

/** A template with its variables, words and earlier editions. */
export function useTemplate(code: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['message-templates', toValue(code)]),
    queryFn: ({ signal }) =>
      answer(api.GET('/message-templates/{code}', { params: { path: { code: toValue(code) } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** What a template's new words come to, for a customer: the answer of its action, looked at or done. */
export interface ShownTemplate {
  version: number
  subject: string
  body: string
  encoding: string
  segments: number
  unusual: string
}
