import { computed, type Ref, type WritableComputedRef } from 'vue'
import type { DraftRow } from './draftRows'

/** What is typed on a line, field by field: each a model of its own, writing the line anew. */
export function fieldsOf(row: Ref<DraftRow>) {
  return <Name extends keyof DraftRow>(name: Name): WritableComputedRef<DraftRow[Name]> =>
    computed({ get: () => row.value[name], set: (now) => (row.value = { ...row.value, [name]: now }) })
}
