import { onUnmounted, watchEffect } from 'vue'
import { useShell } from './useShell'

/** Name the open record in the breadcrumb and the tab, for as long as its page is open. */
export function useRecordTitle(name: () => string | undefined): void {
  const shell = useShell()
  watchEffect(() => (shell.record = name() ?? ''))
  onUnmounted(() => (shell.record = ''))
}
