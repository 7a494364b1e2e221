import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PrivacyIncident, PrivacyProposalRow, PrivacyRequest } from '@/shared/api/types'
import type { IconName } from '@/shared/ui/icon-names'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'
import { useActions } from '../kernel/useActions'
import type { ActionInput } from '../kernel/usePerformAction'

interface Known {
  name: string
  /** Its word on a button, under `privacy`. */
  label: string
  icon: IconName
  harmful?: boolean
}

const CHECK: Known = { name: 'privacy.check_identity', label: 'check', icon: 'user' }
const REQUEST: Known[] = [
  { name: 'privacy.answer_request', label: 'answer_it', icon: 'send' },
  { name: 'privacy.note_request', label: 'note', icon: 'message-square' },
  CHECK,
  { name: 'privacy.refuse_request', label: 'refuse', icon: 'scale', harmful: true },
  { name: 'privacy.withdraw_request', label: 'withdraw', icon: 'undo-2' },
]
const GATHER: Known = { name: 'privacy.export_person', label: 'gather', icon: 'download' }
const ANONYMISE: Known = {
  name: 'privacy.anonymise_customer',
  label: 'anonymise',
  icon: 'lock',
  harmful: true,
}
const ANONYMISE_ONE: Known = { ...ANONYMISE, label: 'anonymise_one' }
const HOLD: Known = { name: 'privacy.place_hold', label: 'hold', icon: 'scale' }
const LIFT: Known = { name: 'privacy.lift_hold', label: 'lift', icon: 'undo-2' }
const ASSESS: Known = { name: 'privacy.assess_incident', label: 'assess', icon: 'scale' }
const COMMISSION: Known = { name: 'privacy.tell_commission', label: 'tell_commission', icon: 'landmark' }
const PERSONS: Known = { name: 'privacy.tell_persons', label: 'tell_persons', icon: 'users' }
const MEASURES: Known = { name: 'privacy.record_measures', label: 'record_measures', icon: 'wrench' }
const CLOSE: Known = { name: 'privacy.close_incident', label: 'close', icon: 'lock' }
const EDIT: Known = { name: 'privacy.edit_incident', label: 'edit', icon: 'pencil' }
const REOPEN: Known = { name: 'privacy.reopen_incident', label: 'reopen', icon: 'undo-2' }
/** Values that only these pages offer; their words come with the pages. */
const OFFERED = {
  kind: 'access portability rectification erasure deindexing withdrawal complaint',
  proof: 'document account_questions known_number signed_letter portal mandate',
  ground: 'identity not_held third_party proceedings retention accurate abusive',
  nature: 'access use disclosure loss theft other',
  touched: 'identity contact address billing bank credentials traffic location messages other',
}

/** What an incident lacks comes first, then what may be said again. */
export function incidentVerbs(incident: PrivacyIncident): Known[] {
  if (incident.status === 'closed') return [REOPEN]
  const { serious, commission_told_on, persons_told_how, measures } = incident
  const next = [
    ...(serious === null ? [ASSESS] : []),
    ...(serious && !commission_told_on ? [COMMISSION] : []),
    ...(serious && !persons_told_how ? [PERSONS] : []),
    ...(measures ? [] : [MEASURES]),
  ]
  const all = [...(next.length ? next : [CLOSE]), EDIT, ASSESS, COMMISSION, PERSONS, MEASURES]
  return [...new Set(all)]
}

/** A request's verbs: identity first while nobody checked it. */
export function requestVerbs({ status, proof, kind, customer }: PrivacyRequest): Known[] {
  if (status !== 'open') return []
  const verbs = proof || kind === 'complaint' ? REQUEST : [...new Set([CHECK, ...REQUEST.slice(1)])]
  // His identity is checked and he is a customer: what we hold of him may be put together.
  if (!proof || !customer) return verbs
  return kind === 'erasure' ? [...verbs, GATHER, ANONYMISE] : [...verbs, GATHER]
}

/** What can be done in the two registers, each by its dialog. */
export function usePrivacyVerbs() {
  const { t } = useI18n()
  const { can } = useActions()
  const dialog = useActionDialog()
  const choices = computed(() =>
    Object.fromEntries(
      Object.entries(OFFERED).map(([field, values]) => [
        field,
        values.split(' ').map((value) => ({ value, label: t(`privacy.${field}_${value}`) })),
      ]),
    ),
  )
  const open = (name: string, icon: IconName, given: ActionInput = {}, proposed: ActionInput = {}) =>
    dialog.open({ name, icon, given, proposed, choices: choices.value })

  const shown = (verbs: Known[], run: (verb: Known) => void): RecordVerb[] =>
    verbs.map((verb) => ({
      key: verb.label,
      icon: verb.icon,
      label: t(`privacy.${verb.label}`),
      harmful: verb.harmful,
      may: verb.name,
      run: () => run(verb),
    }))

  return {
    verbsOfProposal: ({ number, why, held }: PrivacyProposalRow) =>
      shown(held ? [LIFT] : [ANONYMISE_ONE, HOLD], ({ name, icon }) =>
        open(
          name,
          icon,
          { customer: number },
          name === ANONYMISE.name ? { reason: t(`privacy.because_${why}`) } : {},
        ),
      ),
    mayNameCorrections: computed(() => can('privacy.name_corrections')),
    nameCorrections: (request: string, changes: number[]) =>
      dialog.open({ name: 'privacy.name_corrections', given: { request, changes }, icon: 'pencil' }),
    record: (given: ActionInput = {}) =>
      open('privacy.record_request', 'plus', given, { kind: 'access', channel: 'email' }),
    recordIncident: () => open('privacy.record_incident', 'plus'),
    verbsOf: (request: PrivacyRequest) =>
      shown(requestVerbs(request), ({ name, icon }) =>
        open(name, icon, {
          request: request.number,
          ...([GATHER.name, ANONYMISE.name].includes(name) ? { customer: request.customer } : {}),
        }),
      ),
    verbsOfIncident: (incident: PrivacyIncident) =>
      shown(incidentVerbs(incident), ({ name, icon }) =>
        open(name, icon, { incident: incident.number }, { ...incident }),
      ),
  }
}
