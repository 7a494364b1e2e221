import { expect, it } from 'vitest'
import { formatDuration } from './duration'

const written = (seconds: number) => formatDuration(seconds, 'fr').replaceAll('\u00a0', ' ')

it('writes how long something took in the unit that fits', () => {
  expect(written(0.84)).toBe('0,8 s')
  expect(written(41.6)).toBe('42 s')
  expect(written(192)).toBe('3 min 12 s')
  expect(written(3_840)).toBe('1 h 04 min')
  expect(formatDuration(0.84, 'en').replaceAll('\u00a0', ' ')).toBe('0.8 s')
})
