import type { IconName } from '@/shared/ui/icon-names'

/** One thing that can be done with a record now, by whoever is here. */
export interface RecordVerb {
  key: string
  icon: IconName
  label: string
  harmful?: boolean
  run: () => void
}
