import { computed, ref, watch } from 'vue'
import { useCustomer } from '../reports/useCustomer'
import { isBlankRow, isWholeRow, lineGiven, newOfferRow, rowsOfLines } from './offerRows'
import { useOfferPlace } from './useOfferPlace'
import { usePlanItems, useSoldPlans, useTemplates } from './useOffers'

/** An offer while it is begun: for whom, where, of what plan and options, when. */
export function useNewOffer(customer: string) {
  const who = ref({ customer, prospect_name: '', prospect_email: '', prospect_phone: '' })
  const plan = ref('')
  const template = ref('')
  const rows = ref([newOfferRow()])
  const when = ref({
    appointment_on: '',
    appointment_slot: '',
    commitment_months: '',
    referral_code: '',
    source: '',
  })
  const texts = ref({ title: '' })

  const known = computed(() => /^C-\d+$/.test(who.value.customer.trim()))
  const number = computed(() => (known.value ? who.value.customer.trim() : ''))
  const { data: owner } = useCustomer(number)
  const places = computed(() => (known.value ? (owner.value?.locations ?? []) : []))
  const { data: anywhere } = useSoldPlans()
  const { where, typed, found, plans: here, whole, pick } = useOfferPlace(places)
  const sold = computed(() => here.value?.find(({ code }) => code === plan.value))
  const { data: usual } = usePlanItems(computed(() => (sold.value ? '' : plan.value)))
  const { data: templates } = useTemplates()

  watch(
    () => (sold.value ?? usual.value)?.commitment_months,
    (months) => {
      when.value.commitment_months = String(months || '')
    },
  )
  // A plan that the place does not have is not offered there.
  watch(here, (there) => {
    if (there && !there.some(({ code }) => code === plan.value)) plan.value = ''
  })
  watch(template, (name) => {
    const model = templates.value?.find((one) => one.name === name)
    if (model) rows.value = [...rowsOfLines(model.lines), ...rows.value.filter((row) => !isBlankRow(row))]
  })

  const written = computed(() => rows.value.filter((row) => !isBlankRow(row)))
  const options = computed(() => (written.value.every(isWholeRow) ? written.value.map(lineGiven) : null))
  const ofPlan = computed(() => {
    if (sold.value)
      return sold.value.parts.map(({ item, quantity, unit_price }) => ({
        cycle: 'monthly' as const,
        item,
        quantity,
        unit_price,
      }))
    if (!plan.value || !usual.value) return []
    return usual.value.parts.map(({ sku, quantity }) => ({ cycle: 'monthly' as const, item: sku, quantity }))
  })
  const starts = computed(() => (when.value.appointment_on ? { starts_on: when.value.appointment_on } : {}))
  const place = computed(() =>
    where.value.location ? { location: where.value.location } : { address: whole.value },
  )

  const from = computed(() => (when.value.source ? { source: when.value.source } : {}))

  /** What the quotation's action takes; nothing while something is missing. */
  const quotation = computed(() => {
    const lines = options.value && [...ofPlan.value, ...options.value]
    const { prospect_name, prospect_email, prospect_phone } = who.value
    if (!lines?.length || (!known.value && !prospect_name)) return null
    const whom = known.value
      ? { customer: number.value, ...place.value }
      : { prospect_name, prospect_email, prospect_phone, address: whole.value }
    return { ...whom, lines, title: texts.value.title, ...starts.value, ...from.value }
  })
  /** What the contract's action takes; it needs a customer and one of his places. */
  const contract = computed(() => {
    if (!quotation.value || !known.value || !where.value.location || !options.value) return null
    const { appointment_on, appointment_slot, commitment_months, referral_code } = when.value
    return {
      customer: number.value,
      location: where.value.location,
      lines: options.value,
      ...(plan.value ? { plan: plan.value } : {}),
      ...(appointment_on ? { appointment_on, appointment_slot } : {}),
      ...(/^\d+$/.test(commitment_months) ? { commitment_months: Number(commitment_months) } : {}),
      ...from.value,
      ...(referral_code ? { referral_code } : {}),
    }
  })
  return {
    who,
    where,
    plan,
    template,
    rows,
    when,
    texts,
    known,
    places,
    typed,
    found,
    pick,
    here,
    anywhere,
    templates,
    quotation,
    contract,
  }
}
