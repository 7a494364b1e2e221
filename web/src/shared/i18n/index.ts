import { createI18n } from 'vue-i18n'
import type { Language } from '@/shared/api/types'
import type { Catalogue } from './catalogue'
import { typeset } from './typography'

const bases: Record<Language, () => Promise<{ default: Catalogue }>> = {
  fr: () => import('./fr'),
  en: () => import('./en'),
}
const files: Record<Language, Record<string, () => Promise<Catalogue>>> = {
  fr: import.meta.glob<Catalogue>('./fr/*.json', { import: 'default' }),
  en: import.meta.glob<Catalogue>('./en/*.json', { import: 'default' }),
}
const REMEMBERED = 'gigafibre.language'

let spoken: Language = 'fr'
const known: Record<Language, Set<string>> = { fr: new Set(), en: new Set() }
/** Areas that the pages opened so far have asked for: a new language brings them too. */
const wanted = new Set<string>()

/** In French nothing is singular, "0 client"; three forms are none, one and more, as in every language. */
function frenchPlural(n: number, forms: number): number {
  if (forms > 2) return Math.min(Math.abs(n), 2)
  return Math.abs(n) < 2 ? 0 : 1
}

/** The catalogues of the application; only the language in use is loaded, and of it what the pages opened so far say. */
export const i18n = createI18n({
  legacy: false,
  locale: 'fr' as Language,
  messages: {} as Record<Language, Catalogue>,
  pluralRules: { fr: frenchPlural },
  postTranslation: (text): typeof text => (typeof text === 'string' ? typeset(text, spoken) : text),
})

/** Every area that isn't in the base. */
export const areas = Object.keys(files.fr).map((path) => path.replace(/^.*\/|\.json$/g, ''))

function keep(language: Language, messages: Catalogue): void {
  i18n.global.mergeLocaleMessage(language, messages as never)
  for (const area of Object.keys(messages)) known[language].add(area)
}

async function load(language: Language, area: string): Promise<[string, Catalogue]> {
  const file = files[language][`./${language}/${area}.json`]
  if (!file) throw new Error(`no words of ${area}`)
  return [area, await file()]
}

/** Load areas until none is missing: while some come, the language or the areas asked for may change. */
async function bring(language: () => Language, asked: Iterable<string>): Promise<void> {
  for (;;) {
    const now = language()
    const missing = [...asked].filter((area) => !known[now].has(area))
    if (!missing.length) return
    keep(now, Object.fromEntries(await Promise.all(missing.map((area) => load(now, area)))))
  }
}

/** Load the words of these areas, in the language spoken now and in every one spoken later. */
export async function needWords(asked: string[] = []): Promise<void> {
  await bring(() => spoken, asked)
  for (const area of asked) wanted.add(area)
}

/** A part of a page that is loaded later, with words that the page itself does without. */
export const withWords =
  <Part>(asked: string[], load: () => Promise<Part>) =>
  async (): Promise<Part> =>
    (await Promise.all([load(), needWords(asked)]))[0]

/** The language to begin in: the last one used on this machine, the page's, or French. */
export function firstLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED) ?? document.documentElement.lang.slice(0, 2)
  return remembered === 'en' ? 'en' : 'fr'
}

/** Load a language, with the areas in use, and speak it from now on. */
export async function speak(language: Language): Promise<void> {
  const [base] = await Promise.all([bases[language](), bring(() => language, wanted)])
  keep(language, base.default)
  await bring(() => language, wanted)
  spoken = language
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en-CA'
  localStorage.setItem(REMEMBERED, language)
}
