import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { CustomerPage } from '@/shared/api/types'
import { today } from '@/shared/domain/dates'
import { isZero } from '@/shared/domain/money'
import { useActionDialog } from '../kernel/useActionDialog'
import { useActions } from '../kernel/useActions'
import type { RecordVerb } from '../kernel/recordVerb'
import { useIssueVerbs } from '../support/useIssueVerbs'

/** The verbs of a customer's money and state, and the one to do next: chosen by what he owes and where he stands. */
export function useNextAction(customer: Ref<CustomerPage | undefined>) {
  const { t } = useI18n()
  const router = useRouter()
  const dialog = useActionDialog()
  const { can } = useActions()
  const issues = useIssueVerbs()
  const header = computed(() => customer.value?.header)
  const given = () => ({ customer: header.value?.number ?? '' })

  function pay(): void {
    const owed = header.value?.balance
    dialog.open({
      name: 'payments.record_payment',
      given: given(),
      proposed: { on: today(), ...(owed && !owed.startsWith('-') ? { amount: owed } : {}) },
      title: t('customer.take_payment_of', { name: header.value?.display_name }),
      verb: t('customer.take_payment'),
      icon: 'banknote',
    })
  }
  const take: RecordVerb = {
    key: 'payments.record_payment',
    icon: 'banknote',
    label: t('customer.take_payment'),
    run: pay,
  }
  const restore: RecordVerb = {
    key: 'collections.end_suspension',
    icon: 'play',
    label: t('crm.end_suspension'),
    run: () =>
      dialog.open({
        name: 'collections.end_suspension',
        given: given(),
        proposed: { on: today() },
        icon: 'play',
      }),
  }
  const place: RecordVerb = {
    key: 'crm.add_location',
    icon: 'map-pin-house',
    label: t('leaving.new_place'),
    run: () => dialog.open({ name: 'crm.add_location', given: given(), icon: 'map-pin-house' }),
  }
  const offer: RecordVerb = {
    key: 'sales.create_quotation',
    icon: 'handshake',
    label: t('blocks.new_offer'),
    run: () => void router.push(`/quotations/new?customer=${given().customer}`),
  }
  const issue: RecordVerb = {
    key: 'support.open_issue',
    icon: 'life-buoy',
    label: t('support.create'),
    run: () => issues.open(given()),
  }
  const suspend: RecordVerb = {
    key: 'collections.record_suspension',
    icon: 'circle-pause',
    label: t('crm.suspend'),
    harmful: true,
    run: () =>
      dialog.open({
        name: 'collections.record_suspension',
        given: given(),
        proposed: { starts_on: today() },
        icon: 'circle-pause',
      }),
  }
  const promise: RecordVerb = {
    key: 'collections.add_arrangement',
    icon: 'handshake',
    label: t('customer.make_arrangement'),
    run: () =>
      dialog.open({
        name: 'collections.add_arrangement',
        given: given(),
        proposed: { amount: header.value?.overdue },
        icon: 'handshake',
      }),
  }
  const become = (status: string): RecordVerb => ({
    key: 'crm.set_customer_status',
    icon: status === 'active' ? 'play' : status === 'terminated' ? 'log-out' : 'repeat-2',
    label: t(`crm.become_${status}`),
    harmful: status === 'terminated',
    run: () =>
      dialog.open({
        name: 'crm.set_customer_status',
        given: { ...given(), status },
        proposed: { on: today() },
        title: t(`crm.become_${status}`),
      }),
  })

  const late = computed(() => Boolean(header.value?.overdue && !isZero(header.value.overdue)))
  const owing = computed(
    () =>
      late.value ||
      Boolean(
        header.value?.balance && !isZero(header.value.balance) && !header.value.balance.startsWith('-'),
      ),
  )
  /** What would be done first, second… of those; the first that this person may do is offered. */
  const order = computed<RecordVerb[]>(() => {
    const found = customer.value
    if (!found) return []
    const { status, suspension } = found.header
    if (late.value) return [take, ...(suspension ? [restore] : []), promise, issue]
    if (suspension) return [restore, take, issue]
    if (status === 'prospect') return found.locations.length ? [offer, place] : [place, offer]
    if (status === 'terminated') return owing.value ? [take, become('prospect')] : [become('prospect')]
    return owing.value ? [take, issue] : [issue, take]
  })
  const offered = (verb: RecordVerb): RecordVerb => ({ ...verb, may: verb.key })
  const next = computed(() => {
    const first = order.value.find(({ key }) => can(key)) ?? order.value[0]
    return first ? offered(first) : null
  })
  /** The others that fit the state, for the menu. */
  const others = computed<RecordVerb[]>(() => {
    const found = header.value
    if (!found) return []
    const fitting = [
      take,
      promise,
      ...(found.suspension ? [restore] : [suspend]),
      offer,
      issue,
      place,
      ...found.may_become.map((status) => become(status)),
    ]
    return fitting
      .filter(({ label }) => label !== next.value?.label)
      .map((verb, index) => ({ ...offered(verb), key: `${verb.key}-${index}` }))
  })
  /** Those with a letter of their own, whatever the state. */
  const quick = { p: offered(take), t: offered(issue) }
  return { next, others, quick }
}
