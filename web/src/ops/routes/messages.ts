import type { RouteRecordRaw } from 'vue-router'

/** Pages of what we write to customers. */
export const messageRoutes: RouteRecordRaw[] = [
  {
    path: '/messages/:message(\\d+)?',
    name: 'messages',
    component: () => import('../pages/MessagesPage.vue'),
    meta: { title: 'nav.messages', permission: 'messaging.read', words: ['messages'] },
  },
  {
    path: '/message-templates',
    name: 'message-templates',
    component: () => import('../pages/MessageTemplatesPage.vue'),
    meta: {
      title: 'nav.message_templates',
      above: 'messages',
      permission: 'messaging.read',
      words: ['messages'],
    },
  },
  {
    path: '/message-templates/:code',
    name: 'message-template',
    component: () => import('../pages/MessageTemplatePage.vue'),
    meta: {
      title: 'nav.message_template',
      above: 'message-templates',
      permission: 'messaging.read',
      words: ['messages'],
    },
  },
  {
    path: '/outbox',
    name: 'outbox',
    component: () => import('../pages/OutboxPage.vue'),
    meta: { title: 'nav.outbox', above: 'messages', permission: 'messaging.read', words: ['messages'] },
  },
  {
    path: '/unsubscribed',
    name: 'suppressions',
    component: () => import('../pages/SuppressionsPage.vue'),
    meta: { title: 'nav.suppressions', above: 'messages', permission: 'messaging.read', words: ['messages'] },
  },
]
