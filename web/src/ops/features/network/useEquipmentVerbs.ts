import { useI18n } from 'vue-i18n'
import type { Device } from '@/shared/api/types'
import type { IconName } from '@/shared/ui/icon-names'
import { useActionDialog } from '../kernel/useActionDialog'
import type { RecordVerb } from '../kernel/recordVerb'

const OURS = ['in_stock', 'returned']
/** The verbs in the order of a menu, with the states they take; the first that fits is the next action. */
const known: { key: string; action: string; icon: IconName; states: string[] }[] = [
  { key: 'install', action: 'install_equipment', icon: 'house', states: ['in_stock'] },
  { key: 'receive', action: 'receive_equipment', icon: 'inbox', states: ['returned'] },
  { key: 'found', action: 'mark_found', icon: 'search', states: ['lost'] },
  { key: 'replace', action: 'replace_equipment', icon: 'repeat-2', states: ['active'] },
  { key: 'return', action: 'return_equipment', icon: 'undo-2', states: ['active', 'defective'] },
  {
    key: 'move',
    action: 'move_equipment',
    icon: 'arrow-left-right',
    states: ['active', ...OURS, 'defective'],
  },
  { key: 'describe', action: 'describe_equipment', icon: 'pencil', states: ['active', ...OURS, 'defective'] },
  { key: 'defective', action: 'mark_defective', icon: 'triangle-alert', states: ['active', ...OURS] },
  { key: 'lost', action: 'mark_lost', icon: 'circle-help', states: ['active', ...OURS, 'defective'] },
  {
    key: 'credentials',
    action: 'set_equipment_credentials',
    icon: 'lock',
    states: ['in_stock', 'active', 'defective'],
  },
]

function proposedFor(key: string, device: Device) {
  if (key === 'receive') return { kind: device.kind, serial: device.serial, mac: device.mac }
  if (key !== 'describe') return {}
  const { model, manufacturer, firmware, management_ip, note, parent } = device
  return { model, manufacturer, firmware, management_ip, note, ...(parent ? { parent } : {}) }
}

/** What can be done to a device in its state, by whoever is here. */
export function useEquipmentVerbs() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  return (device: Device): RecordVerb[] =>
    known
      .filter(({ states }) => states.includes(device.state))
      .map(({ key, action, icon }) => ({
        key,
        icon,
        label: t(`network.verb_${key}`),
        harmful: key === 'lost',
        may: `network.${action}`,
        run: () =>
          dialog.open({
            name: `network.${action}`,
            given: key === 'receive' ? {} : { equipment: device.number },
            proposed: proposedFor(key, device),
            icon,
          }),
      }))
}
