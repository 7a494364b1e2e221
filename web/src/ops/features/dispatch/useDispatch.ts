import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { Job } from '@/shared/api/types'

const FRESH_MS = 15_000

/** How the page of a job is read. */
export const jobPage = (number: string) => ({
  queryKey: ['jobs', number, 'page'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answer(api.GET('/jobs/{number}', { params: { path: { number } }, signal })),
  staleTime: FRESH_MS,
})

/** A job whole, in one answer. */
export function useJob(number: MaybeRefOrGetter<string>) {
  return useQuery(computed(() => jobPage(toValue(number))))
}

/** A day: a column per technician, and the jobs nobody has. */
export function useDispatchDay(date: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['dispatch-day', toValue(date)]),
    queryFn: ({ signal }) =>
      answer(api.GET('/dispatch-day', { params: { query: { date: toValue(date) } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** A technician with skills, hours and absences to come. */
export function useTechnician(number: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['technicians', toValue(number), 'page']),
    queryFn: ({ signal }) =>
      answer(api.GET('/technicians/{number}', { params: { path: { number: toValue(number) } }, signal })),
    staleTime: FRESH_MS,
  })
}

/** A job template with its steps; `new` is none yet. */
export function useJobTemplate(code: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['job_templates', 'one', code.value]),
    queryFn: ({ signal }) =>
      answer(api.GET('/job-templates/{code}', { params: { path: { code: code.value } }, signal })),
    enabled: computed(() => code.value !== 'new'),
    staleTime: FRESH_MS,
  })
}

/** A checklist with its items; `new` is none yet. */
export function useChecklist(code: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ['checklists', 'one', code.value]),
    queryFn: ({ signal }) =>
      answer(api.GET('/checklists/{code}', { params: { path: { code: code.value } }, signal })),
    enabled: computed(() => code.value !== 'new'),
    staleTime: FRESH_MS,
  })
}

/** The checklists there are, by code and name. */
export function useChecklistChoices() {
  return useQuery({
    queryKey: ['checklists', 'list', 'choices'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/checklists', { params: { query: { limit: 200 } }, signal }))).items,
    staleTime: FRESH_MS,
  })
}

/** Every skill, service and region that jobs need and technicians hold. */
export function useTags() {
  return useQuery({
    queryKey: ['tags', 'all'],
    queryFn: ({ signal }) => answer(api.GET('/tags', { signal })),
    staleTime: FRESH_MS,
  })
}

/** Every crew with its technicians, those in use first. */
export function useCrews() {
  return useQuery({
    queryKey: ['tags', 'crews'],
    queryFn: ({ signal }) => answer(api.GET('/crews', { signal })),
    staleTime: FRESH_MS,
  })
}

/** Where a job's work order is fetched. */
export function workOrderAddress(number: string): string {
  return `/api/v1/jobs/${encodeURIComponent(number)}/work-order`
}

/** Where a stored picture is fetched. */
export function pictureAddress(file: string): string {
  return `/api/v1/files/${encodeURIComponent(file)}`
}

/** Where a map shows the way to a job: to its position when one is known, else to its address. */
export function directionsTo(job: Pick<Job, 'address' | 'latitude' | 'longitude'>): string {
  if (job.latitude && job.longitude) {
    const place = `${encodeURIComponent(job.latitude)}%2C${encodeURIComponent(job.longitude)}`
    return `https://www.openstreetmap.org/directions?to=${place}`
  }
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(job.address)}`
}
