import { defineAsyncComponent, type Component } from 'vue'

const DuplicatesOfInput = defineAsyncComponent(() => import('../crm/DuplicatesOfInput.vue'))
const MergeComparison = defineAsyncComponent(() => import('../crm/MergeComparison.vue'))
const WRITES_SOMEBODY = ['create_customer', 'add_contact', 'add_contact_point', 'add_location']

/** What one should know while an action is filled in, before its preview says what it would do. */
export function hintOf(action: string): Component | null {
  const [app, verb = ''] = action.split('.')
  if (action === 'crm.merge_customers') return MergeComparison
  return app === 'crm' && WRITES_SOMEBODY.includes(verb) ? DuplicatesOfInput : null
}
