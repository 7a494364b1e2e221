import type { IconName } from '@/shared/ui/icon-names'

/** One thing that can be done with a record now; who may is said by `may`. */
export interface RecordVerb {
  key: string
  icon: IconName
  label: string
  harmful?: boolean
  /** The action it begins: whoever may not finds it off, and learns who may. */
  may?: string
  run: () => void
}
