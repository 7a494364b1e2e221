import type { Language } from '@/shared/api/types'

const NBSP = '\u00a0'

/** Set a text as its language is printed: French no-break spaces and apostrophes come from here, never by hand. */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text
  return text
    .replace(/ ([:;?!$%»])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(\d) (?=\d{3}(?:\D|$))/g, `$1${NBSP}`)
    .replace(/(\p{L})'/gu, '$1\u2019')
}
