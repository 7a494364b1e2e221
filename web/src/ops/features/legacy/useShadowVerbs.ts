import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useFormat } from '@/shared/i18n/useFormat'
import { useToasts } from '@/shared/ui/toasts'
import { useRefusalText } from '@/shared/ui/useRefusalText'
import { useSession } from '../identity/useSession'
import { useActionDialog } from '../kernel/useActionDialog'
import { useActions } from '../kernel/useActions'
import { usePerformAction } from '../kernel/usePerformAction'
import { nextShadowDay, useShadowOwners } from './useShadow'

const STATES = ['explained', 'accepted', 'mended']
const SETTLE = 'legacy.settle_differences'
const ASSIGN = 'legacy.assign_differences'
const REOPEN = 'legacy.reopen_differences'
interface Compared {
  customers: number
  equal: number
  open: number
}

/** What can be done with days that both systems bill, and with what differs, by whoever is here. */
export function useShadowVerbs() {
  const { t } = useI18n()
  const { number } = useFormat()
  const router = useRouter()
  const dialog = useActionDialog()
  const toasts = useToasts()
  const say = useRefusalText()
  const { can } = useActions()
  const { user } = useSession()
  const { data: owners } = useShadowOwners()
  const { mutateAsync, isPending } = usePerformAction()

  const perform = async (name: string, input: Record<string, unknown>): Promise<unknown> => {
    try {
      return (await mutateAsync({ name, input })).result
    } catch (thrown) {
      toasts.say(say(thrown), { icon: 'octagon-alert' })
      return null
    }
  }

  /** Compute a day, else the one the server proposes; without its answer the dialog asks for the day. */
  async function compute(day?: string): Promise<void> {
    const proposed = day ? '' : await nextShadowDay().catch(() => '')
    dialog.open({
      name: 'legacy.shadow_cycle',
      ...(day ? { given: { day } } : { proposed: { day: proposed } }),
      verb: t(day ? 'shadow.compute_again' : 'shadow.compute'),
      icon: 'clock',
      small: true,
      done: () => void router.push('/imports/shadow'),
    })
  }

  async function compare(day: string): Promise<void> {
    const result = (await perform('legacy.compare_cycle', { day })) as Compared | null
    if (!result) return
    const share = Math.floor((10_000 * result.equal) / Math.max(1, result.customers)) / 100
    toasts.say(t('shadow.compared', { share: number(share), n: number(result.open) }, result.open))
  }

  return {
    busy: isPending,
    may: computed(() => can('legacy.shadow_cycle')),
    compute,
    compare,
    assign: (differences: number[]) =>
      dialog.open({
        name: ASSIGN,
        given: { differences },
        proposed: { owner: user.value?.username },
        choices: { owner: owners.value ?? [] },
        verb: t('shadow.assign'),
        icon: 'user',
        small: true,
      }),
    take: (differences: number[]) => perform(ASSIGN, { differences, owner: user.value?.username }),
    settle: (differences: number[]) =>
      dialog.open({
        name: SETTLE,
        given: { differences },
        choices: { state: STATES.map((value) => ({ value, label: t(`shadow.state_${value}`) })) },
        verb: t('shadow.settle'),
        icon: 'check',
        small: true,
      }),
    reopen: (differences: number[]) => perform(REOPEN, { differences }),
  }
}
