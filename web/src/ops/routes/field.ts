import type { RouteRecordRaw } from 'vue-router'

/** Pages of jobs, technicians and their days. */
export const fieldRoutes: RouteRecordRaw[] = [
  {
    path: '/jobs',
    name: 'jobs',
    component: () => import('../pages/JobsPage.vue'),
    meta: { title: 'nav.jobs', permission: 'dispatch.read', words: ['field'] },
  },
  {
    path: '/jobs/:number(DJ-\\d+)',
    name: 'job',
    component: () => import('../pages/JobPage.vue'),
    meta: { title: 'nav.job', above: 'jobs', permission: 'dispatch.read', words: ['field', 'road'] },
  },
  {
    path: '/dispatch-day',
    name: 'dispatch-day',
    component: () => import('../pages/DispatchDayPage.vue'),
    meta: { title: 'nav.dispatch_day', permission: 'dispatch.read', words: ['field'] },
  },
  {
    path: '/technicians',
    name: 'technicians',
    component: () => import('../pages/TechniciansPage.vue'),
    meta: { title: 'nav.technicians', permission: 'dispatch.read', words: ['field'] },
  },
  {
    path: '/technicians/:number(DT-\\d+)',
    name: 'technician',
    component: () => import('../pages/TechnicianPage.vue'),
    meta: { title: 'nav.technician', above: 'technicians', permission: 'dispatch.read', words: ['field'] },
  },
  {
    path: '/technician-hours',
    name: 'technician-hours',
    component: () => import('../pages/TechnicianHoursPage.vue'),
    meta: {
      title: 'nav.technician_hours',
      above: 'technicians',
      permission: 'dispatch.read',
      words: ['field'],
    },
  },
  {
    path: '/crews',
    name: 'crews',
    component: () => import('../pages/CrewsPage.vue'),
    meta: {
      title: 'nav.crews',
      above: 'technicians',
      permission: 'dispatch.read',
      words: ['crews'],
    },
  },
  {
    path: '/job-templates',
    name: 'job-templates',
    component: () => import('../pages/JobTemplatesPage.vue'),
    meta: { title: 'nav.job_templates', permission: 'dispatch.read', words: ['field'] },
  },
  {
    path: '/job-templates/:code',
    name: 'job-template',
    component: () => import('../pages/JobTemplatePage.vue'),
    meta: {
      title: 'nav.job_template',
      above: 'job-templates',
      permission: 'dispatch.read',
      words: ['field'],
    },
  },
  {
    path: '/checklists',
    name: 'checklists',
    component: () => import('../pages/ChecklistsPage.vue'),
    meta: {
      title: 'field.checklists',
      above: 'job-templates',
      permission: 'dispatch.read',
      words: ['field'],
    },
  },
  {
    path: '/checklists/:code',
    name: 'checklist',
    component: () => import('../pages/ChecklistPage.vue'),
    meta: { title: 'nav.checklist', above: 'checklists', permission: 'dispatch.read', words: ['field'] },
  },
]
