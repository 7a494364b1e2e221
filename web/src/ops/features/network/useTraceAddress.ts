import { useMutation } from '@tanstack/vue-query'
import { answer, api, idempotencyKey } from '@/shared/api/client'

export interface Question {
  address: string
  moment: string
  reason: string
}

/** Ask who had an address at a moment; each asking is one of its own, told once and kept by nobody here. */
export function useTraceAddress() {
  return useMutation({
    mutationFn: async (body: Question) => {
      const done = await answer(
        api.POST('/actions/network.trace_address', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body,
        }),
      )
      return done.result
    },
    gcTime: 0,
  })
}
