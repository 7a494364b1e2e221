import { useI18n } from 'vue-i18n'
import type { DropWhole } from '@/shared/api/types'
import type { IconName } from '@/shared/ui/icon-names'
import { useActionDialog } from '../kernel/useActionDialog'
import type { RecordVerb } from '../kernel/recordVerb'

interface Known {
  key: string
  action: string
  icon: IconName
  fits: (drop: DropWhole) => boolean
}

/** The verbs of a drop; the first that fits is its next action. */
const known: Known[] = [
  {
    key: 'serviceable',
    action: 'make_serviceable',
    icon: 'circle-check',
    fits: ({ state }) => state === 'planned',
  },
  {
    key: 'connect',
    action: 'connect_drop',
    icon: 'house',
    fits: ({ state, ont_id }) => state === 'serviceable' && typeof ont_id === 'number',
  },
  { key: 'assign', action: 'assign_port', icon: 'network', fits: ({ state }) => state !== 'planned' },
  {
    key: 'told',
    action: 'mark_interested_told',
    icon: 'mail',
    fits: ({ state, interested }) => state !== 'planned' && interested > 0,
  },
  {
    key: 'free',
    action: 'free_port',
    icon: 'circle-slash',
    fits: ({ state, olt }) => state === 'serviceable' && olt !== '',
  },
  {
    key: 'disconnect',
    action: 'disconnect_drop',
    icon: 'undo-2',
    fits: ({ state }) => state === 'connected',
  },
]

/** What can be done to a drop in its state, by whoever is here. */
export function useDropVerbs() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  return (drop: DropWhole): RecordVerb[] =>
    known
      .filter(({ fits }) => fits(drop))
      .map(({ key, action, icon }) => ({
        key,
        icon,
        label: t(`network.drop_${key}`),
        harmful: key === 'free' || key === 'disconnect',
        may: `network.${action}`,
        run: () =>
          dialog.open({
            name: `network.${action}`,
            given: { drop: drop.number },
            proposed: key === 'assign' && drop.olt ? { olt: drop.olt, slot: drop.slot, port: drop.port } : {},
            icon,
          }),
      }))
}
