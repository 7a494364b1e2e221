import { useI18n } from 'vue-i18n'
import type { Job } from '@/shared/api/types'
import { useToasts } from '@/shared/ui/toasts'
import { useRefusalText } from '@/shared/ui/useRefusalText'
import type { RecordVerb } from '../kernel/recordVerb'
import { useActionDialog } from '../kernel/useActionDialog'
import { usePerformAction } from '../kernel/usePerformAction'
import { JOB_VERBS, type Known } from './jobVerbs'

/** One verb of a job that its state allows and this person may do. */
export interface JobVerb extends RecordVerb {
  /** Leads on: shown first, in colour. */
  next: boolean
}

/** When a job is planned for, as the dialog of planning takes it. */
function plan(job: Job): Record<string, unknown> {
  return {
    date: job.date,
    starts: job.starts?.slice(0, 5),
    technician: job.technician?.number,
    minutes: job.minutes,
    window_starts: job.window_starts?.slice(0, 5),
    window_ends: job.window_ends?.slice(0, 5),
  }
}

/** What a verb's dialog proposes: what stands now. */
function proposedFor(key: string, job: Job): Record<string, unknown> {
  if (key === 'schedule') return plan(job)
  if (key === 'assign')
    return { technician: job.technician?.number, assistants: job.assistants.map(({ number }) => number) }
  if (key !== 'edit') return {}
  const { title, kind, priority, location, instructions, issue, needs_signature } = job
  return { title, kind, priority, location, instructions, issue, needs_signature }
}

/** What comes next in each state; the rest stands behind. */
const NEXT: Record<string, string[]> = {
  draft: ['ready'],
  ready: ['schedule', 'assign'],
  scheduled: ['publish'],
  published: ['travel_start', 'start'],
  en_route: ['start'],
  in_progress: ['go_on', 'complete'],
}

/** What may be done with a job now, the next step first. */
export function useJobVerbs() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  const act = usePerformAction()
  const toasts = useToasts()
  const refusalText = useRefusalText()

  function fits(verb: Known, job: Job): boolean {
    if (!verb.states.split(' ').includes(job.status)) return false
    if (verb.work && !job.mine) return false
    const running = job.time.some(({ ended_at }) => !ended_at)
    const waits = job.waits_for.length > 0 && !job.may_start_early
    if (waits && (verb.key === 'travel_start' || verb.key === 'start')) return false
    if (verb.key === 'pause') return running
    if (verb.key === 'go_on') return !running
    if (verb.key === 'early') return waits
    return true
  }

  function run(verb: Known, job: Job): void {
    const name = `dispatch.${verb.action}`
    if (verb.direct) {
      act.mutate(
        {
          name,
          input: { job: job.number },
          told: t('action.done', { action: t(`field.${verb.key}`) }),
          icon: verb.icon,
        },
        { onError: (thrown) => toasts.say(refusalText(thrown), { icon: 'circle-alert' }) },
      )
      return
    }
    // When it happened is now; only what a phone sends later says another moment.
    const given = { job: job.number, ...(verb.work ? { at: null } : {}) }
    dialog.open({
      name,
      given,
      proposed: proposedFor(verb.key, job),
      icon: verb.icon,
    })
  }

  return {
    error: act.error,
    busy: act.isPending,
    verbsOf: (job: Job): JobVerb[] =>
      JOB_VERBS.filter((verb) => fits(verb, job)).map((verb) => ({
        key: verb.key,
        icon: verb.icon,
        label: t(`field.${verb.key}`),
        harmful: verb.harmful,
        may: `dispatch.${verb.action}`,
        next: NEXT[job.status]?.includes(verb.key) ?? false,
        run: () => run(verb, job),
      })),
  }
}
