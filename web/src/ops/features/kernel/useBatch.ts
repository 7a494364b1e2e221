import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, watch, type Ref } from 'vue'
import { answer, api, idempotencyKey } from '@/shared/api/client'
import type { ManyRequest } from '@/shared/ui/list/many'
import type { ActionInput } from './usePerformAction'

const AGAIN_MS = 800

function bodyOf({ listing, verb, query }: ManyRequest, given: ActionInput) {
  return { listing, verb: verb.action, query, given }
}

/** What a verb would do to many rows with this input; nothing while it is incomplete. */
export function usePreviewMany(request: ManyRequest, given: Ref<ActionInput | null>) {
  return useQuery({
    queryKey: computed(() => ['preview', 'many', request, given.value]),
    queryFn: ({ signal }) =>
      answer(api.POST('/batches/preview', { body: bodyOf(request, given.value ?? {}) as never, signal })),
    enabled: computed(() => given.value !== null),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
}

/** Begin a verb for as many rows as were seen; answers the batch's number. */
export function useBeginBatch(request: ManyRequest) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ given, expected, key }: { given: ActionInput; expected: number; key: string }) => {
      const { result } = await answer(
        api.POST('/actions/identity.perform_many', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...bodyOf(request, given), expected } as never,
        }),
      )
      return result
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['batches'] }),
  })
}

/** One's own batch and how far it is, read again while it runs; at its end, every list. */
export function useBatch(batch: Ref<number>) {
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: computed(() => ['batches', batch.value]),
    queryFn: () => answer(api.GET('/batches/{batch}', { params: { path: { batch: batch.value } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? AGAIN_MS : false),
    refetchIntervalInBackground: true,
  })
  watch(
    () => found.data.value?.state,
    (now, before) => {
      if (before !== 'running' || now === 'running') return
      void queries.invalidateQueries({
        predicate: ({ queryKey: [topic] }) => !['session', 'actions', 'batches'].includes(String(topic)),
      })
    },
  )
  const { mutate: stop, isPending: stopping } = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/actions/identity.stop_batch', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body: { batch: batch.value },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['batches', batch.value] }),
  })
  return { ...found, stop, stopping }
}
