import { useQueryClient } from '@tanstack/vue-query'
import { computed, inject, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { fold } from '@/shared/domain/fold'
import { formatPhone } from '@/shared/domain/phone'
import type { ActionDescription, SearchItem } from '@/shared/api/types'
import type { IconName } from '@/shared/ui/icon-names'
import { rightsKey } from '@/shared/ui/rights'
import { useSession } from '../features/identity/useSession'
import { useActions } from '../features/kernel/useActions'
import type { ActionRequest } from '../features/kernel/useActionDialog'
import { useSearch } from '../features/kernel/useSearch'
import { iconOf, kindOfPage } from './recordKinds'
import { fitsState, stateOf } from './fitsState'
import { fits, inputFor, partsOf, readAs, type Part } from './understood'
import { useNavigation } from './useNavigation'
import { useRecent } from './useRecent'

/** One line of the palette. */
export interface PaletteItem {
  key: string
  group: 'here' | 'action' | 'refused' | 'result' | 'recent' | 'page'
  icon: IconName
  title: string
  subtitle?: string
  number?: string
  /** Words to mark. */
  words: string[]
  url?: string
  action?: ActionRequest
  /** Why it was found, where title and subtitle don't show it. */
  matched?: string
  found?: SearchItem
  /** The record that an action was understood to be about. */
  about?: string
  /** What was typed, as this action understands it. */
  parts?: Part[]
  /** Why it can't be done now. */
  refused?: string
}

const MOST_HERE = 6
const MOST_ACTIONS = 6
const MOST_ABOUT = 3
const MOST_REFUSED = 4

/** The field and value that matched, unless they are already in sight. */
function reasonOf({ matched, title, subtitle, number }: SearchItem): string | undefined {
  if (!matched || fold(`${title} ${subtitle} ${number}`).includes(fold(matched.text))) return undefined
  return `${matched.label} ${formatPhone(matched.text)}`
}

/** What the palette offers for these words: actions of the record one is at, others, then records, then pages. */
export function usePaletteItems(text: Ref<string>) {
  const { t, te } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const { may } = useSession()
  const { actions } = useActions()
  const rights = inject(rightsKey, null)
  rights?.ask()
  const { groups } = useNavigation()
  const recent = useRecent()
  const queries = useQueryClient()
  const { items: found, settled, error, took } = useSearch(text)
  const words = computed(() => fold(text.value).split(/\s+/).filter(Boolean))
  const allowed = computed(() => actions.value.filter((action) => action.allowed))
  const readingsOf = (which: ActionDescription[]) =>
    which
      .flatMap((action) => {
        const said = readAs(action.label, text.value)
        return said ? [{ action, said }] : []
      })
      .sort((one, other) => one.said.distance - other.said.distance)
  const readings = computed(() => readingsOf(allowed.value))
  /** What the words name beside the verb: most often a customer. */
  const named = computed(() => readings.value.find(({ said }) => said.record)?.said.record ?? '')
  const { items: about } = useSearch(named)
  /** The record of the page one is at. */
  const here = computed(() => {
    const kind = kindOfPage(String(route.name ?? ''))
    const number = Object.values(route.params)[0]
    return kind && typeof number === 'string' && number ? { kind, number } : null
  })

  function begun(
    action: ActionDescription,
    reason: string,
    given: Record<string, string> = {},
  ): ActionRequest {
    const takesReason = Boolean(reason) && 'reason' in (action.input.properties ?? {})
    return { name: action.name, given, proposed: takesReason ? { reason } : {} }
  }

  function line(
    group: 'here' | 'action',
    action: ActionDescription,
    request: ActionRequest,
    more: Partial<PaletteItem> = {},
  ): PaletteItem {
    const marked = readAs(action.label, text.value)?.words.map(fold) ?? words.value
    return {
      parts: partsOf(action.label, text.value),
      key: `${group} ${action.name} ${more.about ?? ''}`,
      group,
      icon: action.harmful ? 'triangle-alert' : 'zap',
      title: action.label,
      words: marked,
      action: request,
      ...more,
    }
  }

  /** The same line, dimmed with the reason where the record's state doesn't allow it. */
  function inState(item: PaletteItem, kind: string, state: string | null | undefined): PaletteItem {
    if (!state || fitsState(item.action?.name ?? '', state)) return item
    const refused = t('palette.wrong_state', { state: t(`status.${kind}.${state}`) })
    return { ...item, group: 'refused', key: `refused ${item.key}`, action: undefined, parts: [], refused }
  }

  const ofHere = computed<PaletteItem[]>(() => {
    const at = here.value
    if (!at) return []
    const meant = words.value.length
      ? readings.value.filter(({ said }) => !said.record)
      : allowed.value.map((action) => ({ action, said: null }))
    return meant.flatMap(({ action, said }) => {
      const input = inputFor(action, at.kind)
      const given = input === null ? {} : { [input]: at.number }
      return input === null
        ? []
        : [
            inState(
              line('here', action, begun(action, said?.reason ?? '', given), { about: at.number }),
              at.kind,
              stateOf(queries.getQueryData([`${at.kind}s`, at.number, 'page'])),
            ),
          ]
    })
  })
  const ofWords = computed<PaletteItem[]>(() => {
    const bare = readings.value.flatMap(({ action, said }) =>
      said.record ? [] : [line('action', action, begun(action, said.reason))],
    )
    const meant = about.value.slice(0, MOST_ABOUT).flatMap((item) =>
      readings.value.flatMap(({ action, said }) => {
        const input = said.record === named.value ? inputFor(action, item.kind) : null
        if (input === null) return []
        const request = begun(action, said.reason, { [input]: item.number })
        const found = line('action', action, request, { about: item.number, subtitle: item.title })
        return [inState(found, item.kind, item.status)]
      }),
    )
    return [...bare, ...meant].filter(
      ({ action }) => !action || !ofHere.value.some((other) => other.action?.name === action.name),
    )
  })
  const possible = (items: PaletteItem[], most: number) =>
    items.filter(({ refused }) => !refused).slice(0, most)
  /** What the words mean too, but can't be done now: by the record's state, or for want of a right. */
  const refused = computed<PaletteItem[]>(() => {
    if (!words.value.length) return []
    const lacking = readingsOf(actions.value.filter((action) => !action.allowed)).map(({ action }) => ({
      ...line('action', action, begun(action, '')),
      group: 'refused' as const,
      key: `refused ${action.name}`,
      action: undefined,
      parts: [],
      refused: rights?.why(action.name) ?? '',
    }))
    const byState = [...ofHere.value, ...ofWords.value].filter((item) => item.refused)
    return [...byState, ...lacking].slice(0, MOST_REFUSED)
  })
  const results = computed<PaletteItem[]>(() =>
    found.value.map((item: SearchItem) => ({
      key: `${item.kind} ${item.number}`,
      group: 'result',
      icon: iconOf(item.kind),
      title: item.title,
      subtitle: item.subtitle,
      number: item.number,
      words: words.value,
      url: item.url,
      matched: reasonOf(item),
      found: item,
    })),
  )
  const lately = computed<PaletteItem[]>(() =>
    words.value.length
      ? []
      : recent.records
          .filter(({ url }) => url !== route.path)
          .map(({ url, title, route: name }) => ({
            key: `recent ${url}`,
            group: 'recent',
            icon: iconOf(kindOfPage(name) ?? ''),
            title,
            words: [],
            url,
          })),
  )
  const inNavigation = computed(() => groups.value.flatMap(({ items }) => items))
  const pages = computed<PaletteItem[]>(() => {
    const first = inNavigation.value.map(({ route: name, icon, target }) => ({
      name,
      icon,
      title: t(target.meta.title),
      url: target.fullPath,
    }))
    const known = new Set(first.map(({ url }) => url))
    // Pages that the navigation has no place for are found by their name only.
    const others = words.value.length
      ? router
          .getRoutes()
          .filter(({ path, meta }) => !/[:*]/.test(path.replace(/:\w+(\([^)]*\))?\?$/, '')) && !meta.open)
          .filter(({ meta }) => te(meta.title) && may(meta.permission))
          .map(({ name, path, meta }) => ({
            name: String(name),
            icon: 'file-text' as IconName,
            title: t(meta.title),
            url: path.replace(/\/:\w+(\([^)]*\))?\?$/, ''),
          }))
          .filter(({ url }) => !known.has(url))
      : []
    return [...first, ...others]
      .filter(({ title }) => !words.value.length || fits(title, words.value))
      .map(({ name, icon, title, url }) => ({
        key: `page ${name}`,
        group: 'page',
        icon,
        title,
        words: words.value,
        url,
      }))
  })
  return {
    items: computed(() => [
      ...possible(ofHere.value, MOST_HERE),
      ...possible(ofWords.value, MOST_ACTIONS),
      ...refused.value,
      ...results.value,
      ...lately.value,
      ...pages.value,
    ]),
    settled,
    error,
    took,
  }
}
