import { onScopeDispose, watchEffect } from 'vue'
import { useShell } from './useShell'

/** Name the open record in the breadcrumb for as long as its page is there. */
export function useRecordName(name: () => string | undefined): void {
  const shell = useShell()
  watchEffect(() => (shell.record = name() ?? ''))
  onScopeDispose(() => (shell.record = ''))
}
