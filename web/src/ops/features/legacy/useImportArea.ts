import { useI18n } from 'vue-i18n'

/** The parts of an import that people choose among; a command may name single phases too. */
export const AREAS = ['customers', 'catalogue', 'billing', 'field', 'sales']

/** A part of an import in words; a phase by its name. */
export function useImportArea() {
  const { t } = useI18n()
  return (value: string) => (AREAS.includes(value) ? t(`imports.area_${value}`) : value.replaceAll('_', ' '))
}
