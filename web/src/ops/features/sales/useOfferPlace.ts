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

/** Where an offer is for: one of the customer's places or an address as it is typed, and what can be had there. */
export function useOfferPlace(places: Ref<Place[]>) {
  const where = ref({ location: '', address: '', drop: '' })
  const picked = ref('')
  const typed = computed(() => {
    const chosen = places.value.find(({ number }) => number === where.value.location)
    return chosen ? [chosen.line1, chosen.city].filter(Boolean).join(', ') : where.value.address
  })
  const asked = refDebounced(typed, WAIT_MS)
  const { data, error } = useEligibility(asked, () => where.value.drop)
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

  /** Take one of the addresses that may be meant. */
  function pick(one: { drop: string; address: string; city: string; postal_code: string }): void {
    picked.value = `${one.address}, ${one.city} ${one.postal_code}`.trim()
    where.value.address = picked.value
    where.value.drop = one.drop
  }
  return { where, typed, found, here, plans, error, pick }
}
