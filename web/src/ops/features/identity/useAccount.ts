import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'
import { usePerformAction } from '../kernel/usePerformAction'
import { sessionQuery, useSession } from './useSession'

/** How one logs in, and what changes it; afterwards one's duties may be done, so the session is read again. */
export function useAccount() {
  const queries = useQueryClient()
  const { user } = useSession()
  const { mutateAsync } = usePerformAction()
  const { data, ...rest } = useQuery({
    queryKey: ['account'],
    queryFn: () => answer(api.GET('/account')),
  })

  async function act<Result>(verb: string, input: Record<string, unknown> = {}): Promise<Result> {
    const { result } = await mutateAsync({
      name: `identity.${verb}`,
      input: { username: user.value?.username, ...input },
    })
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
    return result as Result
  }

  /** Have the device make a passkey and register it; returns recovery codes where these are the first. */
  async function addPasskey(name: string): Promise<string[]> {
    const { options, ticket } = await answer(api.GET('/account/passkey'))
    const credential = await startRegistration({
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    })
    return (await act<{ codes: string[] }>('add_passkey', { name, credential, ticket })).codes
  }

  return {
    ...rest,
    account: computed(() => data.value ?? null),
    beginPhone: () => act<{ qr: string; secret: string }>('begin_totp'),
    confirmPhone: async (code: string) => (await act<{ codes: string[] }>('confirm_totp', { code })).codes,
    renewCodes: async () => (await act<{ codes: string[] }>('renew_recovery_codes')).codes,
    addPasskey,
  }
}
