import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { answer, api, idempotencyKey } from '@/shared/api/client'

export type ActionInput = Record<string, unknown>

/** Do an action; sent twice by a nervous network, it is done once. Afterwards everything shown but its own preview is read again. */
export function usePerformAction() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ name, input, key }: { name: string; input: ActionInput; key?: string }) =>
      answer(
        api.POST('/actions/{name}', {
          params: { path: { name }, header: { 'Idempotency-Key': key ?? idempotencyKey() } },
          body: input,
        }),
      ),
    onSuccess: (_, { name }) =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [topic, of] }) =>
          topic !== 'session' && topic !== 'actions' && !(topic === 'preview' && of === name),
      }),
  })
}
