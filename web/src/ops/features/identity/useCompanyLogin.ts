import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { answer, api } from '@/shared/api/client'
import { useActionDialog } from '../kernel/useActionDialog'
import { useRoles } from './useStaff'

/** The company's own login as it is set up, and the dialogs that change it. */
export function useCompanyLogin() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const { data, ...rest } = useQuery({
    queryKey: ['login-provider'],
    queryFn: () => answer(api.GET('/login-provider')),
  })
  const { roles: known } = useRoles()
  const roles = computed(() => known.value.map(({ code, label }) => ({ value: code, label })))

  function setUp(): void {
    if (!data.value) return
    const { name, issuer, client_id, scopes, groups_claim, on } = data.value
    dialog.open({
      name: 'identity.save_login_provider',
      proposed: { name, issuer, client_id, scopes, groups_claim, on: issuer ? on : true },
      icon: 'key-round',
      small: true,
    })
  }

  function map(row?: { group: string; roles: string[] }): void {
    dialog.open({
      name: 'identity.map_group',
      given: row ? { group: row.group } : {},
      proposed: { roles: row?.roles ?? [] },
      choices: { roles: roles.value },
      title: t('company_login.map'),
      icon: 'users',
      small: true,
    })
  }

  return { ...rest, provider: computed(() => data.value ?? null), roles, setUp, map }
}
