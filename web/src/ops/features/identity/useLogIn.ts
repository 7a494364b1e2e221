import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'
import type { Session, SecondStep } from '@/shared/api/types'
import { sessionQuery } from './useSession'

/** What the server knows of the session after a step: who is in, or which second factors it waits for. */
export type Step = Session | SecondStep

/** Says whether somebody is in. */
export const isIn = (step: Step): step is Session => 'user' in step

/** Begin anew with whoever came in by a step: nothing is kept of who was here before. */
export function enterAs(queries: QueryClient, step: Step): void {
  if (!isIn(step)) return
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  queries.setQueryData(sessionQuery.queryKey, step)
}

/** Ask the person's device to sign what the server asks; thrown with `name` NotAllowedError when he gives up. */
export async function signWithPasskey(): Promise<Record<string, unknown>> {
  const { options } = await answer(api.POST('/session/passkey/question'))
  return {
    ...(await startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    })),
  }
}

/** The ways in: by password (which may ask for a second step), by a code after it, by a passkey. */
export function useLogIn() {
  const queries = useQueryClient()
  const onSuccess = (step: Step) => enterAs(queries, step)
  return {
    byPassword: useMutation({
      mutationFn: (body: { username: string; password: string }): Promise<Step> =>
        answer(api.POST('/session', { body })),
      onSuccess,
    }),
    byCode: useMutation({
      mutationFn: (code: string) => answer(api.POST('/session/code', { body: { code } })),
      onSuccess,
    }),
    byPasskey: useMutation({
      mutationFn: async () =>
        answer(api.POST('/session/passkey', { body: { credential: await signWithPasskey() } })),
      onSuccess,
    }),
  }
}
