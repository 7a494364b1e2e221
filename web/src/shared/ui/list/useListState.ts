import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { Column, Filter, View } from './types'

const OWN_WORDS = { view: 'view', text: 'q', sort: 'sort', columns: 'columns' }

function one(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

/** What the list shows, kept in the address: view, text, filters, order and columns. A link is the list itself. */
export function useListState(options: {
  columns: Column[]
  filters: Filter[]
  views: () => View[]
  sort: string
}) {
  const route = useRoute()
  const router = useRouter()
  const usual = options.columns.filter(({ off }) => !off).map(({ name }) => name)

  const text = computed(() => one(route.query[OWN_WORDS.text]))
  const view = computed(
    () => options.views().find(({ name }) => name === one(route.query[OWN_WORDS.view])) ?? options.views()[0],
  )
  const filters = computed<Record<string, string>>(() =>
    Object.fromEntries(
      options.filters.flatMap(({ name }) => (one(route.query[name]) ? [[name, one(route.query[name])]] : [])),
    ),
  )
  const sort = computed(() => one(route.query[OWN_WORDS.sort]) || options.sort)
  const columns = computed(() => {
    const known = one(route.query[OWN_WORDS.columns])
      .split(',')
      .filter((name) => options.columns.some((column) => column.name === name))
    return known.length ? known : usual
  })

  /** The server's query words, without place and page size. */
  const query = computed<Record<string, string>>(() => ({
    ...(text.value ? { q: text.value } : {}),
    ...filters.value,
    sort: sort.value,
  }))
  const changed = computed(() => {
    const wanted = view.value
    if (!wanted) return false
    const same = JSON.stringify(sorted(filters.value)) === JSON.stringify(sorted(wanted.filters))
    return (
      !same ||
      sort.value !== (wanted.sort || options.sort) ||
      columns.value.join() !== (wanted.columns ?? usual).join()
    )
  })

  function write(words: LocationQueryRaw): void {
    const kept = Object.entries({ ...route.query, ...words }).filter(([, value]) => value)
    void router.replace({ query: Object.fromEntries(kept) })
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
    narrow: (name: string, value: string) => write({ [name]: value }),
    widen: (name: string) => write({ [name]: undefined }),
    widenAll: () => write({ ...blank(options.filters), [OWN_WORDS.text]: undefined }),
    order: (name: string) => write({ [OWN_WORDS.sort]: sort.value === name ? `-${name}` : name }),
    show: (names: string[]) =>
      write({ [OWN_WORDS.columns]: names.join() === usual.join() ? undefined : names.join() }),
    open: (wanted: View) =>
      write({
        ...blank(options.filters),
        ...wanted.filters,
        [OWN_WORDS.text]: undefined,
        [OWN_WORDS.view]: wanted.name === options.views()[0]?.name ? undefined : wanted.name,
        [OWN_WORDS.sort]: wanted.sort === options.sort ? undefined : wanted.sort,
        [OWN_WORDS.columns]: wanted.columns?.join() === usual.join() ? undefined : wanted.columns?.join(),
      }),
  }
}

export type ListState = ReturnType<typeof useListState>

function blank(filters: Filter[]): LocationQueryRaw {
  return Object.fromEntries(filters.map(({ name }) => [name, undefined]))
}

function sorted(record: Record<string, string>): [string, string][] {
  return Object.entries(record).sort(([a], [b]) => a.localeCompare(b))
}
