import { inject, type InjectionKey } from 'vue'
import type { useLive } from '@/shared/api/useLive'

export type Live = ReturnType<typeof useLive>

/** Where the shell keeps its one live stream. */
export const liveKey: InjectionKey<Live> = Symbol('live')

/** The shell's live stream. */
export function useShellLive(): Live {
  const live = inject(liveKey)
  if (!live) throw new Error('outside the shell')
  return live
}
