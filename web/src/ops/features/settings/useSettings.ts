import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import type { Setting } from '@/shared/api/types'
import { wearShades } from '@/shared/ui/theme'
import { usePageAction } from '../kernel/usePageAction'
import { sessionQuery } from '../identity/useSession'
import { same } from './settingField'

const SAVE = 'kernel.set_settings'

/** The settings of the provider that this person may change, with the schema of each. */
export function useSettings() {
  const { data, ...rest } = useQuery({
    queryKey: ['settings'],
    queryFn: async () => (await answer(api.GET('/settings'))) as Setting[],
  })
  return { ...rest, settings: computed(() => data.value ?? []) }
}

/** Settings being edited: what was changed, what the server says of it while one types, and saving all at once. */
export function useEditedSettings(settings: Ref<Setting[]>) {
  const queries = useQueryClient()
  const edited = ref<Record<string, unknown>>({})
  const changed = computed(() =>
    Object.fromEntries(
      settings.value
        .filter(({ key, value }) => key in edited.value && !same(edited.value[key], value))
        .map(({ key }) => [key, edited.value[key]]),
    ),
  )
  const count = computed(() => Object.keys(changed.value).length)
  const input = computed(() => (count.value ? { values: changed.value } : null))
  const { refusal, current, act, isPending } = usePageAction(SAVE, input)

  /** What is wrong with a value or with one of its parts. */
  function wrong(key: string): string | null {
    const field = `values.${key}`
    const found = refusal.value?.details.filter(
      (one) => one.field === field || one.field?.startsWith(`${field}.`),
    )
    return found?.length ? [...new Set(found.map(({ message }) => message))].join(' ') : null
  }

  /** What was kept is worn at once: the name everywhere, the colour too. */
  async function kept({ 'company.accent': accent, ...rest }: Record<string, unknown>): Promise<void> {
    edited.value = {}
    if ('company.name' in rest) await queries.invalidateQueries(sessionQuery)
    if (accent === undefined) return
    const colour = accent as string | null
    const tried = colour ? await answer(api.GET('/settings/accent', { params: { query: { colour } } })) : null
    wearShades(tried?.shades ?? null)
  }

  return {
    changed,
    count,
    refusal,
    current,
    isPending,
    wrong,
    valueOf: (setting: Setting) => (setting.key in edited.value ? edited.value[setting.key] : setting.value),
    edit: (key: string, value: unknown) => (edited.value = { ...edited.value, [key]: value }),
    forget: () => (edited.value = {}),
    kept,
    save: () => act(),
  }
}
