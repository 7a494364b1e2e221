import { computed, reactive, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { idempotencyKey, reachable } from '@/shared/api/client'
import { asRefusal } from '@/shared/api/refusal'
import { useRefusalText } from '@/shared/ui/useRefusalText'
import { useUnsaved } from '@/shared/ui/useUnsaved'
import { usePerformAction } from '../kernel/usePerformAction'

/** An answer given that the server doesn't have: it waits for the network, or was refused. */
export interface Unsent {
  value: unknown
  key: string
  at: string
  waits: boolean
  said: string
}

/** Answers to a job's checklist, kept at once; without network they wait on the page and are sent when it is back. */
export function useAnswers(job: () => string) {
  const { t } = useI18n()
  const act = usePerformAction()
  const said = useRefusalText()
  const unsent = reactive(new Map<string, Unsent>())

  async function send(item: string, { value, key, at }: Unsent): Promise<void> {
    try {
      await act.mutateAsync({
        name: 'dispatch.answer_item',
        input: { job: job(), item, answer: value, at },
        key,
      })
      if (unsent.get(item)?.key === key) unsent.delete(item)
    } catch (thrown) {
      if (unsent.get(item)?.key !== key) return
      const waits = asRefusal(thrown).unreachable
      unsent.set(item, { value, key, at, waits, said: waits ? t('field.waits_for_network') : said(thrown) })
    }
  }

  /** Give an answer; one given before and not sent yet is forgotten. */
  function answer(item: string, value: unknown): Promise<void> {
    const given = { value, key: idempotencyKey(), at: new Date().toISOString(), waits: true, said: '' }
    unsent.set(item, given)
    return send(item, given)
  }

  /** What waited goes in one piece; when one of it is refused, each goes by itself, so that only that one stays. */
  async function sendAll(): Promise<void> {
    const waiting = [...unsent].filter(([, { waits }]) => waits)
    if (waiting.length > 1) {
      const answers = waiting.map(([item, { value, at }]) => ({ item, answer: value, at }))
      try {
        await act.mutateAsync({ name: 'dispatch.answer_items', input: { job: job(), answers } })
        for (const [item, { key }] of waiting) if (unsent.get(item)?.key === key) unsent.delete(item)
        return
      } catch (thrown) {
        if (asRefusal(thrown).unreachable) return
      }
    }
    for (const [item, given] of waiting) await send(item, given)
  }

  watch(reachable, (back) => back && void sendAll())
  useUnsaved(() =>
    unsent.size
      ? {
          title: t('field.unsent'),
          excerpt: [...unsent.keys()].join(', '),
          discard: t('field.discard'),
          save: t('field.send_now'),
          keep: sendAll,
        }
      : null,
  )
  return { unsent: computed(() => unsent), answer }
}
