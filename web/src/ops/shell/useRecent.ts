import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

/** A record one was at. */
export interface Recent {
  url: string
  title: string
  route: string
}

const KEPT = 8
const PLACE = 'gigafibre.recent'

function read(): Recent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '[]')
    return Array.isArray(kept) ? (kept as Recent[]) : []
  } catch {
    return []
  }
}

/** The records one was at lately, newest first; names of people, so no longer than this tab is open. */
export const useRecent = defineStore('recent', () => {
  const records = ref<Recent[]>(read())
  watch(records, (now) => sessionStorage.setItem(PLACE, JSON.stringify(now)))
  return {
    records,
    visit: (one: Recent) =>
      (records.value = [one, ...records.value.filter(({ url }) => url !== one.url)].slice(0, KEPT)),
    forget: () => (records.value = []),
  }
})
