import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { Column, Filter, View } from './types'

const OWN_WORDS = { view: 'view', text: 'q', sort: 'sort', columns: 'columns', unfiltered: 'unfiltered' }

function one(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

/** What the list shows, kept in the address: view, text, filters, order and columns. A link is the list itself. */
export function useListState(options: {
  columns: Column[]
  filters: Filter[]
  views: () => View[]
  /** Name of the view that its reader wants it to open in; empty: the first. */
  first?: () => string
  /** What the page has fields of its own for: every question says it, no view holds it. */
  asked?: () => Record<string, string>
  sort: string
}) {
  const route = useRoute()
  const router = useRouter()
  const usual = options.columns.filter(({ off }) => !off).map(({ name }) => name)

  const text = computed(() => one(route.query[OWN_WORDS.text]))
  const given = computed<Record<string, string>>(() =>
    Object.fromEntries(
      options.filters.flatMap(({ name }) => (one(route.query[name]) ? [[name, one(route.query[name])]] : [])),
    ),
  )
  const named = computed(() => options.views().find(({ name }) => name === one(route.query[OWN_WORDS.view])))
  // An address without filters means those of its view, the first unless it names one; else it says all of them itself.
  const bare = computed(
    () => Object.keys(given.value).length === 0 && !one(route.query[OWN_WORDS.unfiltered]),
  )
  const view = computed(
    () =>
      named.value ??
      (bare.value ? options.views()[0] : options.views().find((one) => same(one.filters, given.value))),
  )
  const filters = computed(() => (bare.value ? (view.value?.filters ?? {}) : given.value))
  const sort = computed(() => one(route.query[OWN_WORDS.sort]) || view.value?.sort || options.sort)
  const columns = computed(() => {
    const known = one(route.query[OWN_WORDS.columns])
      .split(',')
      .filter((name) => options.columns.some((column) => column.name === name))
    return known.length ? known : usual
  })

  /** The server's query words, without place and page size. */
  const query = computed<Record<string, string>>(() => ({
    ...options.asked?.(),
    ...(text.value ? { q: text.value } : {}),
    ...filters.value,
    sort: sort.value,
  }))
  const changed = computed(() => {
    const wanted = view.value
    if (!wanted) return true
    const usualSort = wanted.sort || options.sort
    return (
      !same(filters.value, wanted.filters) ||
      sort.value !== usualSort ||
      columns.value.join() !== (wanted.columns?.length ? wanted.columns : usual).join()
    )
  })

  function write(words: LocationQueryRaw): void {
    const kept = Object.entries({ ...route.query, ...words }).filter(([, value]) => value)
    void router.replace({ query: Object.fromEntries(kept) })
  }

  /** The address of a view. A saved one says all it holds: whoever does not have it still sees the same list. */
  function wordsOf(wanted: View): LocationQueryRaw {
    const start = options.views()[0]
    const saved = Boolean(wanted.saved)
    const plain = Object.keys(wanted.filters).length === 0 && Object.keys(start?.filters ?? {}).length > 0
    return {
      ...blank(options.filters),
      ...(saved ? wanted.filters : {}),
      [OWN_WORDS.text]: undefined,
      [OWN_WORDS.view]: wanted.name === start?.name && !options.first?.() ? undefined : wanted.name,
      [OWN_WORDS.unfiltered]: saved && plain ? '1' : undefined,
      [OWN_WORDS.sort]: (saved && wanted.sort) || undefined,
      [OWN_WORDS.columns]:
        wanted.columns?.join() === usual.join() ? undefined : wanted.columns?.join() || undefined,
    }
  }

  // A list asked for without a word opens as its reader likes it, and the address says so.
  const opening = options.views().find(({ name }) => name === options.first?.())
  if (opening && Object.keys(route.query).length === 0) write(wordsOf(opening))

  /** Change the filters: the address then says them all, and the view they were taken from. */
  function filter(wanted: Record<string, string>, more: LocationQueryRaw = {}): void {
    const from = named.value ?? options.views()[0]
    const own = Object.keys(from?.filters ?? {}).length > 0
    write({
      ...blank(options.filters),
      ...wanted,
      [OWN_WORDS.view]: own || from !== options.views()[0] ? from?.name : undefined,
      [OWN_WORDS.unfiltered]: own && Object.keys(wanted).length === 0 ? '1' : undefined,
      ...more,
    })
  }

  return {
    text,
    view,
    filters,
    sort,
    columns,
    query,
    changed,
    search: (words: string) => write({ [OWN_WORDS.text]: words }),
    narrow: (name: string, value: string) => filter({ ...filters.value, [name]: value }),
    widen: (name: string) =>
      filter(Object.fromEntries(Object.entries(filters.value).filter(([key]) => key !== name))),
    widenAll: () => filter({}, { [OWN_WORDS.text]: undefined }),
    order: (name: string) => write({ [OWN_WORDS.sort]: sort.value === name ? `-${name}` : name }),
    show: (names: string[]) =>
      write({ [OWN_WORDS.columns]: names.join() === usual.join() ? undefined : names.join() }),
    open: (wanted: View) => write(wordsOf(wanted)),
  }
}

export type ListState = ReturnType<typeof useListState>

function blank(filters: Filter[]): LocationQueryRaw {
  return Object.fromEntries(filters.map(({ name }) => [name, undefined]))
}

function same(one: Record<string, string>, other: Record<string, string>): boolean {
  const written = (record: Record<string, string>) =>
    JSON.stringify(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)))
  return written(one) === written(other)
}
