import { useQuery } from '@tanstack/vue-query'
import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { answer, api } from '@/shared/api/client'
import type { WebhookEndpoint } from '@/shared/api/types'
import { useActionDialog } from '../kernel/useActionDialog'

const FRESH_MS = 10_000

/** Every kind of event, with an example. */
export function useWebhookEvents() {
  return useQuery({
    queryKey: ['webhook-events'],
    queryFn: () => answer(api.GET('/webhook-events')),
    staleTime: Infinity,
  })
}

/** One delivery with its tries; nothing without a number. */
export function useWebhookDelivery(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['webhooks', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/webhook-deliveries/{number}', {
          params: { path: { number: Number(toValue(number)) } },
          signal,
        }),
      ),
    enabled: computed(() => toValue(number) !== ''),
    staleTime: FRESH_MS,
  })
}

/** A secret just made: shown once. */
export interface NewSecret {
  name: string
  secret: string
}

/** What can be done with endpoints and deliveries, each in its dialog. */
export function useWebhookDialogs() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const events = useWebhookEvents()
  const secret = ref<NewSecret | null>(null)
  const kept = (result: unknown) => (secret.value = result as NewSecret)
  const choices = () => ({
    events: (events.data.value ?? []).map(({ label, name }) => ({
      value: name,
      label: `${label} · ${name}`,
    })),
  })
  const verb = (name: string, label: string, endpoint: WebhookEndpoint) =>
    dialog.open({
      name: `webhooks.${name}`,
      given: { endpoint: endpoint.endpoint },
      title: t(label, { name: endpoint.name }),
      small: true,
    })

  return {
    secret,
    add: () =>
      dialog.open({
        name: 'webhooks.add_endpoint',
        choices: choices(),
        icon: 'plus',
        small: true,
        done: kept,
      }),
    edit: (one: WebhookEndpoint) =>
      dialog.open({
        name: 'webhooks.update_endpoint',
        given: { endpoint: one.endpoint },
        proposed: { name: one.name, url: one.url, events: one.event_types },
        choices: choices(),
        small: true,
      }),
    turn: (one: WebhookEndpoint) => {
      dialog.open({
        name: one.state === 'off' ? 'webhooks.enable_endpoint' : 'webhooks.disable_endpoint',
        given: { endpoint: one.endpoint },
        small: true,
      })
    },
    rotate: (one: WebhookEndpoint) =>
      dialog.open({
        name: 'webhooks.rotate_secret',
        given: { endpoint: one.endpoint },
        small: true,
        done: kept,
      }),
    test: (one: WebhookEndpoint) => verb('send_test', 'webhooks.test_of', one),
    span: (one: WebhookEndpoint) => verb('replay_span', 'webhooks.span_of', one),
    again: (delivery: number) =>
      dialog.open({ name: 'webhooks.replay_delivery', given: { delivery }, icon: 'send', small: true }),
  }
}

/** Those of the page, which shows a secret that was just made. */
export type WebhookDialogs = ReturnType<typeof useWebhookDialogs>
