import { expect, it } from 'vitest'
import { iconNames } from './icon-names'

const sources = import.meta.glob<string>('/src/**/*.{vue,ts}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

it('bundles only icons that someone draws', () => {
  const code = Object.entries(sources)
    .filter(([path]) => !path.endsWith('icon-names.ts'))
    .map(([, text]) => text)
    .join('\n')
  expect(iconNames.filter((name) => !new RegExp(`['"]${name}['"]`).test(code))).toEqual([])
})

it('names icons once, in order', () => {
  expect([...iconNames]).toEqual([...new Set(iconNames)].sort())
})
