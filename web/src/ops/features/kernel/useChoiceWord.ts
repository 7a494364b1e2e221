import { useI18n } from 'vue-i18n'

/** Says a value of an action's input in words: as its field means it, or as every field does. */
export function useChoiceWord() {
  const { t, te } = useI18n()
  return (field: string, value: string): string => {
    const key = [`choice.${field}_${value}`, `choice.${value}`].find((each) => te(each))
    return key ? t(key) : value.replaceAll('_', ' ')
  }
}
