import { useI18n } from 'vue-i18n'
import type { RecordVerb } from './recordVerb'
import { useActionDialog } from './useActionDialog'

/** What a person does about one piece of parked work (`delivery:41`). */
export function useParkedVerbs() {
  const { t } = useI18n()
  const dialog = useActionDialog()
  return (work: string): RecordVerb[] =>
    (
      [
        {
          key: 'kernel.retry_parked',
          icon: 'refresh-cw',
          label: t('parked.retry'),
          run: () =>
            dialog.open({
              name: 'kernel.retry_parked',
              given: { work },
              icon: 'refresh-cw',
              verb: t('parked.retry'),
              small: true,
            }),
        },
        {
          key: 'kernel.skip_parked',
          icon: 'circle-slash',
          label: t('parked.skip'),
          harmful: true,
          run: () =>
            dialog.open({ name: 'kernel.skip_parked', given: { work }, verb: t('parked.skip'), small: true }),
        },
      ] satisfies RecordVerb[]
    ).map((verb) => ({ ...verb, may: verb.key }))
}
