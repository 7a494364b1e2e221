import { computed } from 'vue'
import { useRemembered } from '../useRemembered'

/** How close rows stand, from the closest. */
export const densities = ['compact', 'normal', 'comfortable'] as const
export type Density = (typeof densities)[number]

const HEIGHTS: Record<Density, number> = { compact: 27, normal: 33, comfortable: 41 }
const density = useRemembered<Density>('list.density', 'normal')

/** How close the rows of every list stand, as this person likes it. */
export function useDensity() {
  return { density, rowHeight: computed(() => HEIGHTS[density.value] ?? HEIGHTS.normal) }
}
