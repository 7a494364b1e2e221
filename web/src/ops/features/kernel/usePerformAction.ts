import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { answer, api, idempotencyKey } from '@/shared/api/client'
import type { IconName } from '@/shared/ui/icon-names'
import { useToasts } from '@/shared/ui/toasts'
import { useProof } from '../identity/useProof'
import { useTakeBack } from './useTakeBack'

export type ActionInput = Record<string, unknown>

/** What is to be done, and how it is said once it is. */
export interface Deed {
  name: string
  input: ActionInput
  key?: string
  /** Said when it is done, of what came of it; otherwise only what can be taken back is said. */
  told?: string | ((result: unknown) => string)
  icon?: IconName
  /** What takes it back, where the server does not say. */
  back?: { name: string; input: ActionInput }
}

/**
 * Do an action; sent twice by a nervous network, it is done once; a dangerous one may ask first who it is. Afterwards
 * everything shown but its own preview is read again, and what can be taken back is, for some seconds, by one key.
 */
export function usePerformAction() {
  const { t } = useI18n()
  const queries = useQueryClient()
  const proof = useProof()
  const toasts = useToasts()
  const takeBack = useTakeBack()
  return useMutation({
    mutationFn: ({ name, input, key = idempotencyKey() }: Deed) =>
      proof.withProof(() =>
        answer(
          api.POST('/actions/{name}', {
            params: { path: { name }, header: { 'Idempotency-Key': key } },
            body: input,
          }),
        ),
      ),
    onSuccess: ({ result, undo }, { name, told, icon, back }) => {
      const way = undo ?? back
      const said = typeof told === 'function' ? told(result) : told
      const text = said ?? (undo ? t('action.done', { action: undo.title }) : '')
      if (text) toasts.say(text, { icon, undo: way && (() => takeBack(way)) })
      return queries.invalidateQueries({
        predicate: ({ queryKey: [topic, of] }) =>
          topic !== 'session' && topic !== 'actions' && !(topic === 'preview' && of === name),
      })
    },
  })
}
