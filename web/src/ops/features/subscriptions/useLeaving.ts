import { useI18n } from 'vue-i18n'
import { addDays, today } from '@/shared/domain/dates'
import { useActionDialog } from '../kernel/useActionDialog'

/** A place somebody leaves, with what he has there. */
export interface Left {
  customer: string
  location: string
  place: string
  services: { number: string; item: string; state: string }[]
}

export const LEAVE = 'subscriptions.announce_departure'
export const MOVE = 'processes.move_customer'
export const STAY = 'subscriptions.withdraw_departure'

/** Leaving a place, moving from it, or staying after all: each by its dialog and preview. */
export function useLeaving() {
  const { t } = useI18n()
  const dialog = useActionDialog()

  function open(from: Left, name: string, proposed: Record<string, unknown>, moving: boolean): void {
    const choices = from.services
      .filter(({ state }) => state !== 'cancelled')
      .map(({ number, item }) => ({ value: number, label: item }))
    const services = choices.map(({ value }) => value)
    dialog.open({
      name,
      given: {
        customer: from.customer,
        location: from.location,
        ...(choices.length > 1 ? {} : { services }),
      },
      proposed: { ...proposed, services },
      choices: { services: choices },
      title: t(moving ? 'leaving.move_of' : 'leaving.leave_of', { place: from.place }),
      verb: t(moving ? 'leaving.announce_move' : 'leaving.announce'),
      icon: moving ? 'truck' : 'log-out',
    })
  }

  return {
    leave: (from: Left) => open(from, LEAVE, { last_day: today() }, false),
    move: (from: Left) => open(from, MOVE, { on: addDays(today(), 1) }, true),
    stay: (departure: string) =>
      dialog.open({
        name: STAY,
        given: { departure },
        title: t('leaving.withdraw_of', { number: departure }),
        verb: t('leaving.withdraw'),
        icon: 'undo-2',
      }),
  }
}
