import { computed, ref, watch, type Ref } from 'vue'
import { refDebounced } from '@/shared/ui/refDebounced'
import { useEligibility } from '../network/useNetwork'

const WAIT_MS = 150
const SHORTEST = 2

interface Place {
  number: string
  line1: string
  city: string
}

interface Recognised {
  drop: string
  address: string
  city: string
  postal_code: string
}

const inFull = ({ address, city, postal_code: code }: Recognised) => `${address}, ${city} ${code}`.trim()

/** Where an offer is for: one of the customer's places or an address as it is typed, and what can be had there. */
export function useOfferPlace(places: Ref<Place[]>) {
  const where = ref({ location: '', address: '', drop: '' })
  const picked = ref('')
  const typed = computed(() => {
    const chosen = places.value.find(({ number }) => number === where.value.location)
    return chosen ? [chosen.line1, chosen.city].filter(Boolean).join(', ') : where.value.address
  })
  const asked = refDebounced(typed, WAIT_MS)
  const { data, error, isPlaceholderData } = useEligibility(asked, () => where.value.drop)
  const found = computed(() => (typed.value.trim().length >= SHORTEST ? data.value : undefined))
  const here = computed(() => found.value?.address ?? null)
  const plans = computed(() =>
    here.value && here.value.state !== 'planned' ? (found.value?.plans ?? []) : null,
  )

  watch(typed, (text) => {
    if (text !== picked.value) where.value.drop = ''
  })
  watch(places, ([only, ...others]) => {
    if (!where.value.location && only && !others.length) where.value.location = only.number
  })

  /** What the offer keeps of it: the address that was recognised, whole, else as it was typed. */
  const whole = computed(() => {
    const known = typed.value === asked.value && !isPlaceholderData.value ? here.value : null
    return known && !where.value.location ? inFull(known) : where.value.address
  })

  /** Take one of the addresses that may be meant. */
  function pick(one: Recognised): void {
    picked.value = inFull(one)
    where.value.address = picked.value
    where.value.drop = one.drop
  }
  return { where, typed, found, here, plans, whole, error, pick }
}
