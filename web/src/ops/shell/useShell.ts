import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useRemembered } from '@/shared/ui/useRemembered'

/** What the frame remembers and the server doesn't know. */
export const useShell = defineStore('shell', () => ({
  folded: useRemembered('nav.folded', false),
  drawer: ref(false),
  palette: ref(false),
  help: ref(false),
  /** Name of the open record, last in the breadcrumb. */
  record: ref(''),
}))
