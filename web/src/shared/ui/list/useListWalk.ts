import { computed, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** The records of the list that was last on screen, by address, in its order. */
const walked = shallowRef<string[]>([])

/** Remember what a list shows, for whoever goes from one of its records to the next. */
export function rememberWalk(addresses: string[]): void {
  walked.value = addresses
}

/** The record before and after this one in the list one came from; none where it isn't one of them. */
export function useListWalk() {
  const route = useRoute()
  const router = useRouter()
  const at = computed(() => walked.value.indexOf(route.path))
  const to = (by: number) => (at.value < 0 ? undefined : walked.value[at.value + by])
  const go = (by: number) => {
    const address = to(by)
    // In its place: going back leads to the list.
    if (address) void router.replace(address)
  }
  return {
    here: computed(() => at.value >= 0),
    place: computed(() => at.value + 1),
    count: computed(() => walked.value.length),
    hasBefore: computed(() => to(-1) !== undefined),
    hasAfter: computed(() => to(1) !== undefined),
    before: () => go(-1),
    after: () => go(1),
  }
}
