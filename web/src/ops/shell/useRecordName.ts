import { onScopeDispose, watchEffect } from 'vue'
import { useRoute } from 'vue-router'
import { useRecent } from './useRecent'
import { useShell } from './useShell'

/** Name the open record in the breadcrumb for as long as its page is there. */
export function useRecordName(name: () => string | undefined): void {
  const shell = useShell()
  const recent = useRecent()
  const { path, name: page } = useRoute()
  watchEffect(() => {
    const title = name()
    shell.record = title ?? ''
    if (title) recent.visit({ url: path, title, route: String(page) })
  })
  onScopeDispose(() => (shell.record = ''))
}
