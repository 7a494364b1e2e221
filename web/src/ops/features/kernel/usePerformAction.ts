import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { answer, api, idempotencyKey } from '@/shared/api/client'
import { useProof } from '../identity/useProof'

export type ActionInput = Record<string, unknown>

/** Do an action; sent twice by a nervous network, it is done once; a dangerous one may ask first who it is. Afterwards everything shown but its own preview is read again. */
export function usePerformAction() {
  const queries = useQueryClient()
  const proof = useProof()
  return useMutation({
    mutationFn: ({
      name,
      input,
      key = idempotencyKey(),
    }: {
      name: string
      input: ActionInput
      key?: string
    }) =>
      proof.withProof(() =>
        answer(
          api.POST('/actions/{name}', {
            params: { path: { name }, header: { 'Idempotency-Key': key } },
            body: input,
          }),
        ),
      ),
    onSuccess: (_, { name }) =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [topic, of] }) =>
          topic !== 'session' && topic !== 'actions' && !(topic === 'preview' && of === name),
      }),
  })
}
