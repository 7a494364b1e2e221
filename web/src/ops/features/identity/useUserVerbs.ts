import { useI18n } from 'vue-i18n'
import type { UserRow } from '@/shared/api/types'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'
import { useDepartments, useRoles } from './useStaff'

/** What can be done with a member of staff, by whoever is here. */
export function useUserVerbs() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const { roles } = useRoles()
  const departments = useDepartments()
  const roleChoices = () => roles.value.map(({ code, label }) => ({ value: code, label }))

  function create(): void {
    dialog.open({
      name: 'identity.create_user',
      icon: 'plus',
      choices: { roles: roleChoices() },
      proposed: { language: 'fr' },
    })
  }

  function verbsOf(row: UserRow): RecordVerb[] {
    const given = { username: row.username }
    const named = (verb: string) => t(`settings.${verb}_of`, { name: row.name })
    const verbs: (RecordVerb & { when?: boolean })[] = [
      {
        key: 'edit',
        may: 'identity.update_user',
        icon: 'pencil',
        label: t('settings.edit_user'),
        run: () => dialog.open({ name: 'identity.update_user', given, title: named('edit'), icon: 'pencil' }),
      },
      {
        key: 'roles',
        may: 'identity.set_roles',
        icon: 'shield-check',
        label: t('settings.give_roles'),
        run: () =>
          dialog.open({
            name: 'identity.set_roles',
            given,
            proposed: { roles: row.role_codes },
            choices: { roles: roleChoices() },
            title: named('roles'),
            icon: 'shield-check',
          }),
      },
      {
        key: 'departments',
        may: 'identity.set_departments',
        icon: 'users',
        label: t('settings.give_departments'),
        run: () =>
          dialog.open({
            name: 'identity.set_departments',
            given,
            proposed: { departments: row.department_codes },
            choices: {
              departments: departments.value.map(({ code, name }) => ({ value: code, label: name })),
            },
            title: named('departments'),
            icon: 'users',
          }),
      },
      {
        key: 'password',
        may: 'identity.set_password',
        icon: 'lock',
        label: t('settings.set_password'),
        run: () =>
          dialog.open({
            name: 'identity.set_password',
            given,
            title: named('password'),
            icon: 'lock',
            small: true,
          }),
      },
      {
        key: 'link',
        may: 'identity.send_login_link',
        when: row.active,
        icon: 'mail',
        label: t('settings.send_link'),
        run: () =>
          dialog.open({
            name: 'identity.send_login_link',
            given,
            title: named('link'),
            icon: 'mail',
            small: true,
          }),
      },
      {
        key: 'unlock',
        may: 'identity.unlock_user',
        when: Boolean(row.locked_until),
        icon: 'lock-open',
        label: t('settings.unlock'),
        run: () =>
          dialog.open({
            name: 'identity.unlock_user',
            given,
            title: named('unlock'),
            icon: 'lock-open',
            small: true,
          }),
      },
      {
        key: 'factors',
        may: 'identity.reset_second_factors',
        when: row.second_factor ?? false,
        icon: 'smartphone',
        label: t('settings.reset_factors'),
        harmful: true,
        run: () =>
          dialog.open({
            name: 'identity.reset_second_factors',
            given,
            title: named('factors'),
            icon: 'smartphone',
            small: true,
          }),
      },
      // Everybody may end his own sessions; somebody else's take what an administrator may.
      {
        key: 'sessions',
        may: 'identity.admin',
        icon: 'log-out',
        label: t('settings.end_sessions'),
        run: () =>
          dialog.open({
            name: 'identity.end_sessions',
            given: { ...given, session: null },
            title: named('sessions'),
            icon: 'log-out',
            small: true,
          }),
      },
      row.active
        ? {
            key: 'deactivate',
            may: 'identity.deactivate_user',
            icon: 'circle-slash',
            label: t('settings.deactivate'),
            harmful: true,
            run: () =>
              dialog.open({
                name: 'identity.deactivate_user',
                given,
                title: named('deactivate'),
                icon: 'circle-slash',
              }),
          }
        : {
            key: 'reactivate',
            may: 'identity.reactivate_user',
            icon: 'undo-2',
            label: t('settings.reactivate'),
            run: () =>
              dialog.open({
                name: 'identity.reactivate_user',
                given,
                title: named('reactivate'),
                icon: 'undo-2',
              }),
          },
    ]
    return verbs.filter(({ when = true }) => when)
  }

  return { create, verbsOf }
}
