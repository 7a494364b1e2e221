import type { RouteRecordRaw } from 'vue-router'

/** The pages of the network: drops, ports, addresses, devices. */
export const networkRoutes: RouteRecordRaw[] = [
  {
    path: '/drops',
    name: 'drops',
    component: () => import('../pages/DropsPage.vue'),
    meta: { title: 'nav.drops', permission: 'network.read', words: ['network'] },
  },
  {
    path: '/drops/:number(DROP-\\d+)',
    name: 'drop',
    component: () => import('../pages/DropPage.vue'),
    meta: { title: 'nav.drop', above: 'drops', permission: 'network.read', words: ['network'] },
  },
  {
    path: '/interests',
    name: 'interests',
    component: () => import('../pages/InterestsPage.vue'),
    meta: { title: 'nav.interests', above: 'drops', permission: 'network.read', words: ['network'] },
  },
  {
    path: '/ports',
    name: 'ports',
    component: () => import('../pages/PortsPage.vue'),
    meta: { title: 'nav.ports', above: 'drops', permission: 'network.read', words: ['network'] },
  },
  {
    path: '/eligibility',
    name: 'eligibility',
    component: () => import('../pages/EligibilityPage.vue'),
    meta: { title: 'nav.eligibility', above: 'drops', permission: 'network.read', words: ['network'] },
  },
  {
    path: '/ip-lookup',
    name: 'ip-lookup',
    component: () => import('../pages/IpLookupPage.vue'),
    meta: { title: 'nav.ip_lookup', permission: 'network.trace', words: ['network'] },
  },
  {
    path: '/equipment',
    name: 'equipment',
    component: () => import('../pages/EquipmentListPage.vue'),
    meta: { title: 'nav.equipment', permission: 'network.read', words: ['network'] },
  },
  {
    path: '/equipment-moves',
    name: 'equipment-moves',
    component: () => import('../pages/EquipmentMovesPage.vue'),
    meta: { title: 'network.all_moves', above: 'equipment', permission: 'network.read', words: ['network'] },
  },
  {
    path: '/equipment/:number(EQP-\\d+)',
    name: 'one-equipment',
    component: () => import('../pages/EquipmentPage.vue'),
    meta: { title: 'nav.one_equipment', above: 'equipment', permission: 'network.read', words: ['network'] },
  },
]
