import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { SuppressionRow } from '@/shared/api/types'
import { useActionDialog } from '../kernel/useActionDialog'

const FRESH_MS = 15_000

/** A message with what became of it; nothing without a number. */
export function useMessage(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['messages', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/messages/{number}', { params: { path: { number: Number(toValue(number)) } }, signal }),
      ),
    enabled: computed(() => toValue(number) !== ''),
    staleTime: FRESH_MS,
  })
}

/** A customer's newest messages, ours and his. */
export function useCustomerMessages(customer: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['messages', 'of', toValue(customer)]),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/customers/{number}/messages', { params: { path: { number: toValue(customer) } }, signal }),
      ),
    staleTime: FRESH_MS,
  })
}

/** What the local outbox holds. */
export function useOutbox() {
  return useQuery({
    queryKey: ['messages', 'outbox'],
    queryFn: ({ signal }) => answer(api.GET('/outbox', { signal })),
    staleTime: FRESH_MS,
  })
}

/** The dialogs by which messages are written, sent again and held back. */
export function useMessageDialogs() {
  const dialog = useActionDialog()
  return {
    write: (given: Record<string, string> = {}) =>
      dialog.open({ name: 'messaging.write_to_customer', given, icon: 'message-square' }),
    again: (message: number) =>
      dialog.open({ name: 'messaging.send_again', given: { message }, icon: 'send', small: true }),
    cancel: (message: number) =>
      dialog.open({ name: 'messaging.cancel_message', given: { message }, icon: 'x', small: true }),
    suppress: () => dialog.open({ name: 'messaging.suppress_address', icon: 'circle-slash' }),
    lift: ({ channel, address, covers }: SuppressionRow) =>
      dialog.open({
        name: 'messaging.lift_suppression',
        given: { channel, address, covers },
        icon: 'undo-2',
        small: true,
      }),
  }
}
