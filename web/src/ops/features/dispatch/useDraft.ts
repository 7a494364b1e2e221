import { computed, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from '@/shared/i18n/useFormat'
import { useUnsaved } from '@/shared/ui/useUnsaved'

const copy = <Written>(value: Written): Written => JSON.parse(JSON.stringify(value)) as Written

/** What is being written beside what is stored; read anew it replaces only what nobody touched. */
export function useDraft<Written extends { name_fr: string; name_en: string }>(
  stored: () => Written | undefined,
  save: () => Promise<void>,
) {
  const { t } = useI18n()
  const { language } = useFormat()
  const draft = ref(null) as Ref<Written | null>
  const before = ref('')
  const changed = computed(() => draft.value !== null && JSON.stringify(draft.value) !== before.value)
  watch(
    stored,
    (value) => {
      if (!value || changed.value) return
      draft.value = copy(value)
      before.value = JSON.stringify(value)
    },
    { immediate: true },
  )
  const name = computed(() => (language.value === 'en' ? draft.value?.name_en : draft.value?.name_fr) ?? '')
  useUnsaved(() =>
    changed.value
      ? {
          title: t('field.unsaved'),
          excerpt: name.value,
          discard: t('field.discard'),
          save: t('field.save'),
          keep: save,
        }
      : null,
  )
  /** What was written is what is stored now. */
  const settled = () => (before.value = JSON.stringify(draft.value))
  return { draft, name, changed, settled }
}
