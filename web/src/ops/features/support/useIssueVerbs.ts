import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Issue } from '@/shared/api/types'
import { useActionDialog } from '../kernel/useActionDialog'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActions } from '../kernel/useActions'
import { usePerformAction, type ActionInput } from '../kernel/usePerformAction'
import { ISSUE_VERBS, type Known } from './issueVerbs'
import { useIssueChoices } from './useIssues'

export const KINDS = ['repair', 'installation', 'billing', 'move', 'cancellation', 'other']
const PRIORITIES = ['low', 'normal', 'high', 'urgent']
const SOURCES = ['phone', 'counter', 'email', 'portal', 'field', 'monitor', 'contract']
const AWAITED = ['customer', 'supplier', 'field', 'other']

/** What can be done with issues, by whoever is here, each by its dialog with its words. */
export function useIssueVerbs() {
  const { t } = useI18n()
  const { can } = useActions()
  const dialog = useActionDialog()
  const act = usePerformAction()
  const { data } = useIssueChoices()

  const words = (name: string, values: string[]) =>
    values.map((value) => ({ value, label: t(`support.${name}_${value}`) }))
  const choices = computed(() => ({
    kind: words('kind', KINDS),
    priority: words('priority', PRIORITIES),
    source: words('source', SOURCES),
    awaited: words('awaited', AWAITED),
    department: data.value?.departments ?? [],
    assignee: data.value?.people ?? [],
  }))

  function proposed(key: string, issue: Issue): ActionInput {
    const { subject, kind, location, details, priority, department, assignee } = issue
    if (key === 'edit') return { subject, kind, location, details, priority }
    return key === 'assign' ? { department, assignee } : {}
  }

  function run({ key, icon, direct }: Known, issue: Issue): void {
    const name = `support.${key}_issue`
    const given: ActionInput = { issue: issue.number }
    if (direct) act.mutate({ name, input: given })
    else dialog.open({ name, given, proposed: proposed(key, issue), icon, choices: choices.value })
  }

  return {
    error: act.error,
    busy: act.isPending,
    mayComment: computed(() => can('support.comment_issue')),
    open: (given: ActionInput = {}) =>
      dialog.open({
        name: 'support.open_issue',
        icon: 'plus',
        given,
        proposed: { kind: 'repair', source: 'phone' },
        choices: choices.value,
      }),
    comment: (issue: string, text: string, audience: string) =>
      act.mutateAsync({ name: 'support.comment_issue', input: { issue, text, audience } }),
    verbsOf: (issue: Issue): RecordVerb[] =>
      ISSUE_VERBS.filter(({ states }) => states.split(' ').includes(issue.status)).map((verb) => ({
        key: verb.key,
        icon: verb.icon,
        label: t(`support.${verb.key}`),
        may: `support.${verb.key}_issue`,
        run: () => run(verb, issue),
      })),
  }
}
