import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { fold } from '@/shared/domain/fold'
import { formatPhone } from '@/shared/domain/phone'
import type { SearchItem } from '@/shared/api/types'
import type { IconName } from '@/shared/ui/icon-names'
import { useActions } from '../features/kernel/useActions'
import { useSearch } from '../features/kernel/useSearch'
import { useNavigation } from './useNavigation'

/** One line of the palette. */
export interface PaletteItem {
  key: string
  group: 'action' | 'result' | 'page'
  icon: IconName
  title: string
  subtitle?: string
  number?: string
  /** Words to mark. */
  words: string[]
  url?: string
  action?: string
  /** Why it was found, where title and subtitle don't show it. */
  matched?: string
  found?: SearchItem
}

const icons: Record<string, IconName> = {
  customer: 'user',
  location: 'map-pin-house',
  invoice: 'receipt-text',
  payment: 'banknote',
  subscription: 'repeat-2',
  equipment: 'network',
  drop: 'map-pin-house',
  issue: 'life-buoy',
  note: 'file-text',
}
const MOST_ACTIONS = 4

/** How well words fit a name: every word must begin a word of it. */
function fits(name: string, words: string[]): boolean {
  const parts = fold(name).split(/[^\p{L}\p{N}]+/u)
  return words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word)))
}

/** The field and value that matched, unless they are already in sight. */
function reasonOf({ matched, title, subtitle, number }: SearchItem): string | undefined {
  if (!matched || fold(`${title} ${subtitle} ${number}`).includes(fold(matched.text))) return undefined
  return `${matched.label} ${formatPhone(matched.text)}`
}

/** What the palette offers for these words: actions understood, then records, then pages. */
export function usePaletteItems(text: Ref<string>) {
  const { t } = useI18n()
  const { actions } = useActions()
  const { groups } = useNavigation()
  const { items: found, settled, error, took } = useSearch(text)
  const words = computed(() => fold(text.value).split(/\s+/).filter(Boolean))

  const understood = computed<PaletteItem[]>(() =>
    actions.value
      .filter(({ label, allowed }) => allowed && fits(label, words.value))
      .slice(0, MOST_ACTIONS)
      .map(({ name, label, harmful }) => ({
        key: `action ${name}`,
        group: 'action',
        icon: harmful ? 'triangle-alert' : 'zap',
        title: label,
        words: words.value,
        action: name,
      })),
  )
  const results = computed<PaletteItem[]>(() =>
    found.value.map((item: SearchItem) => ({
      key: `${item.kind} ${item.number}`,
      group: 'result',
      icon: icons[item.kind] ?? 'search',
      title: item.title,
      subtitle: item.subtitle,
      number: item.number,
      words: words.value,
      url: item.url,
      matched: reasonOf(item),
      found: item,
    })),
  )
  const pages = computed<PaletteItem[]>(() =>
    groups.value
      .flatMap(({ items }) => items)
      .filter(({ target }) => !words.value.length || fits(t(target.meta.title), words.value))
      .map(({ route, icon, target }) => ({
        key: `page ${route}`,
        group: 'page',
        icon,
        title: t(target.meta.title),
        words: words.value,
        url: target.fullPath,
      })),
  )
  return {
    items: computed(() => [...understood.value, ...results.value, ...pages.value]),
    settled,
    error,
    took,
  }
}
