import { useQuery } from '@tanstack/vue-query'
import { computed, ref, watch, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import { metres, rounded, type Place } from '@/shared/ui/map/places'
import { usePerformAction } from '../../kernel/usePerformAction'

/** A place on the map, and where a person puts it: kept by the server once it is confirmed. */
export function usePoint(number: Ref<string>) {
  const query = useQuery({
    queryKey: computed(() => ['locations', 'map', number.value]),
    queryFn: () => answer(api.GET('/locations/{number}/map', { params: { path: { number: number.value } } })),
    enabled: computed(() => number.value !== ''),
  })
  const act = usePerformAction()
  const put = ref<Place | null>(null)
  watch(number, () => (put.value = null))
  const place = computed(() => (query.data.value?.number === number.value ? query.data.value : undefined))
  const known = computed<Place | null>(() => {
    const { latitude, longitude } = place.value ?? {}
    return latitude == null || longitude == null ? null : { latitude, longitude }
  })
  /** Where the pin stands: put there, known, or where one may begin to look. */
  const pin = computed<Place | null>(() => {
    if (put.value ?? known.value) return put.value ?? known.value
    const { center_latitude: latitude, center_longitude: longitude } = place.value ?? {}
    return latitude == null || longitude == null ? null : rounded({ latitude, longitude })
  })
  const away = computed(() => (put.value && known.value ? Math.round(metres(put.value, known.value)) : 0))
  /** It can be confirmed: there is a point, or a person has put one. */
  const settled = computed(() => put.value !== null || known.value !== null)
  const confirm = async () => {
    if (!pin.value || !settled.value) return
    const { latitude, longitude } = pin.value
    await act.mutateAsync({
      name: 'crm.confirm_point',
      input: { location: number.value, latitude: latitude.toFixed(6), longitude: longitude.toFixed(6) },
    })
    put.value = null
  }
  const find = () => act.mutateAsync({ name: 'crm.find_point', input: { location: number.value } })
  return { ...query, place, known, pin, put, away, settled, confirm, find, act }
}
