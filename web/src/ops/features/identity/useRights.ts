import { queryOptions, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { answer, api } from '@/shared/api/client'
import type { RolesThatMay } from '@/shared/api/types'
import { useFormat } from '@/shared/i18n/useFormat'
import type { Rights } from '@/shared/ui/rights'
import { useToasts } from '@/shared/ui/toasts'
import { useActions } from '../kernel/useActions'
import { useSession } from './useSession'

const whoMay = (language: string) =>
  queryOptions({ queryKey: ['who-may', language], queryFn: () => answer(api.GET('/who-may')) })

/** The reader's rights, for buttons: which actions are refused to him, and the roles that may do them. */
export function useRights(): Rights {
  const { t } = useI18n()
  const { language } = useFormat()
  const { action, actions } = useActions()
  const { may } = useSession()
  const toasts = useToasts()
  const queries = useQueryClient()
  const asked = ref(false)
  // Whoever may do everything never needs to know.
  const lacks = computed(() => actions.value.some(({ allowed }) => !allowed))
  const { data } = useQuery(
    computed(() => ({ ...whoMay(language.value), enabled: asked.value && lacks.value })),
  )

  function why(name: string, known: RolesThatMay[] | undefined): string {
    const permission = action(name)?.permission ?? name
    const roles = known?.find((one) => one.permission === permission)?.roles ?? []
    if (!roles.length) return t('action.not_allowed', { permission })
    const words = new Intl.ListFormat(language.value, { type: 'conjunction' }).format(roles)
    return t('action.reserved', { roles: words }, roles.length)
  }

  return {
    // A button that only leads to a page needs a permission, as the page does.
    refused: (name) => {
      const found = action(name)
      return found ? !found.allowed : Boolean(actions.value.length) && !may(name)
    },
    why: (name) => why(name, data.value),
    ask: () => (asked.value = true),
    // What it needs is said even when who holds it can't be read.
    tell: (name) =>
      void queries
        .ensureQueryData(whoMay(language.value))
        .catch(() => undefined)
        .then((known) => toasts.say(why(name, known), { icon: 'lock' })),
  }
}
