import { beforeEach, expect, it, vi } from 'vitest'
import type * as Words from '.'

/** The catalogues as a page just opened has them: only the base. */
let words: typeof Words

beforeEach(async () => {
  vi.resetModules()
  words = await import('.')
  await words.speak('fr')
})

const say = (key: string) => words.i18n.global.t(key)

it('begins with the base alone and takes an area when it is asked for', async () => {
  expect(say('nav.customers')).toBe('Clients')
  expect(words.i18n.global.te('switches.on')).toBe(false)
  await words.needWords(['switches'])
  expect(say('switches.on')).toBe('En marche')
})

it('brings the areas in use when the language changes, and no other', async () => {
  await words.needWords(['switches'])
  await words.speak('en')
  expect(say('nav.customers')).toBe('Customers')
  expect(say('switches.on')).toBe('On')
  expect(words.i18n.global.te('field.title')).toBe(false)
})

it('waits for a language that comes while the words are coming', async () => {
  await Promise.all([words.speak('en'), words.needWords(['switches'])])
  expect(say('switches.on')).toBe('On')
})

it('brings words with a part that is loaded later', async () => {
  const part = words.withWords(['switches'], () => Promise.resolve('part'))
  expect(words.i18n.global.te('switches.on')).toBe(false)
  expect(await part()).toBe('part')
  expect(say('switches.on')).toBe('En marche')
})

it('refuses an area that no file holds', async () => {
  await expect(words.needWords(['weather'])).rejects.toThrow('no words of weather')
})

it('counts as each language does: nothing is singular in French, plural in English', async () => {
  const { t } = words.i18n.global
  const people = (n: number) => t('settings.people_n', { n }, n)
  const left = (n: number) => t('privacy.days_left', { n }, n)
  await words.needWords(['privacy', 'settings'])
  expect([0, 1, 1.5, 2].map(left)).toEqual([
    'Il reste 0 jour',
    'Il reste 1 jour',
    'Il reste 1.5 jour',
    'Il reste 2 jours',
  ])
  expect([0, 1, 2].map(people)).toEqual(['Personne', 'Une personne', '2 personnes'])
  await words.speak('en')
  expect([0, 1].map(left)).toEqual(['0 days left', '1 day left'])
})
