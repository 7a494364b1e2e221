import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { Invoice, Language } from '@/shared/api/types'
import { usePageAction } from '../kernel/usePageAction'
import {
  contentOf,
  isBlank,
  lacks,
  lineOf,
  moved,
  newRow,
  rowsOf,
  textsOf,
  type Drafted,
  type DraftRow,
} from './draftRows'

const NO_TEXTS = { po_number: '', message: '', notes: '', due_date: '' }

/** A draft while it is written: its lines and texts, what the server says they come to, and its saving. */
export function useDraft(customer: string, saved: Ref<Invoice | null>, language: Language) {
  const number = saved.value?.number
  const rows = ref<DraftRow[]>([])
  const texts = ref({ ...NO_TEXTS })
  const version = ref('')
  const kept = ref('')

  /** Take the draft as it is saved, and forget what was typed. */
  function read(): void {
    rows.value = saved.value ? rowsOf(saved.value, language) : []
    if (!rows.value.length) rows.value = [newRow()]
    texts.value = saved.value ? textsOf(saved.value) : { ...NO_TEXTS }
    version.value = saved.value?.version ?? ''
    kept.value = contentOf(rows.value, texts.value)
  }
  read()

  const written = computed(() => rows.value.filter((row) => !isBlank(row)))
  const whole = computed(() => written.value.filter((row) => !lacks(row).length))
  const complete = computed(() => written.value.length > 0 && whole.value.length === written.value.length)
  const dirty = computed(() => contentOf(rows.value, texts.value) !== kept.value)
  const input = computed(() => {
    if (!whole.value.length) return null
    const { due_date, ...words } = texts.value
    return {
      ...(number ? { invoice: number, version: version.value } : { customer }),
      lines: whole.value.map(lineOf),
      ...words,
      ...(due_date ? { due_date } : {}),
    }
  })
  const action = usePageAction(number ? 'billing.edit_draft' : 'billing.create_draft', input)

  // What each line comes to stays in sight, dimmed, while the next answer is on its way.
  const told = shallowRef<Drafted | null>(null)
  const lines = shallowRef(new Map<number, Drafted['lines'][number]>())
  watch([action.preview, action.current], ([preview, current]) => {
    if (!current || !preview) return
    told.value = preview.result as Drafted
    const answered = told.value.lines
    lines.value = new Map(whole.value.flatMap(({ key }, at) => (answered[at] ? [[key, answered[at]]] : [])))
  })
  const changedElsewhere = computed(
    () =>
      !action.isPending.value &&
      (action.refusal.value?.code === 'draft_changed' ||
        (saved.value !== null && saved.value.version !== version.value)),
  )
  watch(saved, () => {
    if (changedElsewhere.value && !dirty.value && saved.value?.state === 'draft') read()
  })

  /** Save what is typed; what the server made of it, nothing when it refuses. */
  async function save(): Promise<Drafted | undefined> {
    if (!complete.value || changedElsewhere.value) return undefined
    const content = contentOf(rows.value, texts.value)
    const done = await action.act<Drafted>()
    if (!done) return undefined
    version.value = done.version
    kept.value = content
    return done
  }

  return {
    rows,
    texts,
    version,
    written: computed(() => written.value.length),
    complete,
    dirty,
    told: computed(() => (whole.value.length ? told.value : null)),
    lines,
    current: action.current,
    refusal: action.refusal,
    isPending: action.isPending,
    changedElsewhere,
    read,
    save,
    /** Nothing typed is worth keeping any more. */
    forget: () => (kept.value = contentOf(rows.value, texts.value)),
    add: () => rows.value.push(newRow({ location: rows.value.at(-1)?.location ?? '' })),
    remove: (key: number) => {
      rows.value = rows.value.filter((row) => row.key !== key)
      if (!rows.value.length) rows.value = [newRow()]
    },
    move: (key: number, by: number) => (rows.value = moved(rows.value, key, by)),
  }
}

/** A draft on the page that writes it. */
export type DraftWork = ReturnType<typeof useDraft>
