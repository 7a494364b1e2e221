import { useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { answer, api, idempotencyKey } from '@/shared/api/client'
import { useToasts } from '@/shared/ui/toasts'
import { useRefusalText } from '@/shared/ui/useRefusalText'
import { useProof } from '../identity/useProof'
import type { ActionInput } from './usePerformAction'

/** Take a deed back by its undoing verb; says so, or why not. It outlives the dialog or button that offered it. */
export function useTakeBack() {
  const { t } = useI18n()
  const toasts = useToasts()
  const said = useRefusalText()
  const queries = useQueryClient()
  const proof = useProof()

  return async ({ name, input }: { name: string; input: ActionInput }): Promise<void> => {
    try {
      const header = { 'Idempotency-Key': idempotencyKey() }
      await proof.withProof(() =>
        answer(api.POST('/actions/{name}', { params: { path: { name }, header }, body: input })),
      )
      toasts.say(t('action.taken_back'), { icon: 'undo-2' })
    } catch (refused) {
      toasts.say(said(refused), { icon: 'circle-alert' })
    }
    await queries.invalidateQueries({
      predicate: ({ queryKey: [topic] }) => topic !== 'session' && topic !== 'actions',
    })
  }
}
