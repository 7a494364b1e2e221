import { createI18n } from 'vue-i18n'
import type { Language } from '@/shared/api/types'
import type { Catalogue } from './catalogue'
import { typeset } from './typography'

const loaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  fr: () => import('./fr'),
  en: () => import('./en'),
}
const REMEMBERED = 'gigafibre.language'

let spoken: Language = 'fr'

/** The catalogues of the application; only the language in use is loaded. */
export const i18n = createI18n({
  legacy: false,
  locale: 'fr' as Language,
  messages: {} as Record<Language, Catalogue>,
  postTranslation: (text): typeof text => (typeof text === 'string' ? typeset(text, spoken) : text),
})

/** The language to begin in: the last one used on this machine, the page's, or French. */
export function firstLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED) ?? document.documentElement.lang.slice(0, 2)
  return remembered === 'en' ? 'en' : 'fr'
}

/** Load a language and speak it from now on. */
export async function speak(language: Language): Promise<void> {
  const { default: messages } = await loaders[language]()
  i18n.global.setLocaleMessage(language, messages as never)
  spoken = language
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en-CA'
  localStorage.setItem(REMEMBERED, language)
}
