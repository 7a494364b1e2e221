import { useMutation, useQuery } from '@tanstack/vue-query'
import { computed, nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import { answer, api, idempotencyKey } from '@/shared/api/client'
import { useToasts } from '../toasts'
import type { ListState } from './useListState'
import type { SavedView, View } from './types'

/** The views of a list that its reader saved, and those shared with everybody. */
export function useSavedViews(list: string) {
  return useQuery({
    queryKey: ['views', list],
    queryFn: () => answer(api.GET('/lists/{name}/views', { params: { path: { name: list } } })),
    staleTime: Infinity,
  })
}

type Verb = 'save' | 'update' | 'rename' | 'share' | 'remove' | 'restore' | 'open_with'

const PATHS = {
  save: '/actions/identity.save_view',
  update: '/actions/identity.update_view',
  rename: '/actions/identity.rename_view',
  share: '/actions/identity.share_view',
  remove: '/actions/identity.remove_view',
  restore: '/actions/identity.restore_view',
  open_with: '/actions/identity.open_with_view',
} as const

/** The views of a list, those that ship before the saved ones, and what can be done with them. */
export function useViews(list: string, shipped: View[]) {
  const { t } = useI18n()
  const toasts = useToasts()
  const { data, refetch } = useSavedViews(list)
  const saved = computed<View[]>(() => (data.value?.items ?? []).map((view) => ({ ...view, saved: view })))
  const views = computed(() => [...shipped, ...saved.value])
  const first = computed(() => data.value?.first ?? '')
  const { mutateAsync, error, reset } = useMutation({
    mutationFn: async ({ verb, input }: { verb: Verb; input: object }) => {
      const done = await answer(
        api.POST(PATHS[verb], {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body: input as never,
        }),
      )
      await refetch()
      return 'result' in done ? done.result : null
    },
  })

  const shown = (state: ListState) => ({
    filters: state.filters.value,
    sort: state.sort.value,
    columns: state.columns.value,
  })

  /** Do it; a refusal stays in `error` for whoever asked. */
  async function attempt(verb: Verb, input: object): Promise<boolean> {
    return mutateAsync({ verb, input }).then(
      () => true,
      () => false,
    )
  }

  /** Keep the list as it stands under a new name, and open that view. */
  async function keep(name: string, share: boolean, state: ListState): Promise<boolean> {
    const input = { listing: list, name, shared: share, ...shown(state) }
    const key = await mutateAsync({ verb: 'save', input }).catch(() => null)
    const made = saved.value.find(({ saved }) => saved?.id === key)
    if (made) await nextTick(() => state.open(made))
    return Boolean(made)
  }

  /** Take a saved view away, go back to the first, and offer to put it back. */
  async function drop(view: SavedView, state: ListState): Promise<void> {
    if (!(await attempt('remove', { view: view.id }))) return
    const [start] = views.value
    if (start) state.open(start)
    toasts.say(t('list.view_removed', { name: view.label }), {
      icon: 'undo-2',
      undo: async () => {
        await attempt('restore', { view: view.id })
        const back = saved.value.find(({ saved }) => saved?.id === view.id)
        if (back) state.open(back)
      },
    })
  }

  return {
    views,
    first,
    mayShare: computed(() => data.value?.may_share ?? false),
    error,
    forget: reset,
    keep,
    drop,
    update: (view: SavedView, state: ListState) => attempt('update', { view: view.id, ...shown(state) }),
    rename: (view: SavedView, name: string) => attempt('rename', { view: view.id, name }),
    share: (view: SavedView, shared: boolean) => attempt('share', { view: view.id, shared }),
    openWith: (view: View | null) => attempt('open_with', { listing: list, view: view?.name ?? '' }),
  }
}

export type Views = ReturnType<typeof useViews>
