import { expect, it } from 'vitest'
import { formatBytes } from './bytes'

const written = (bytes: number) => formatBytes(bytes, 'fr').replaceAll('\u00a0', ' ')

it('writes bytes in the unit that fits, in the words of the language', () => {
  expect(written(0)).toBe('0 o')
  expect(written(999)).toBe('999 o')
  expect(written(1_000)).toBe('1,0 ko')
  expect(written(3_249_000_000)).toBe('3,2 Go')
  expect(written(99_960_000_000)).toBe('100 Go')
  expect(written(999_600_000_000)).toBe('1,0 To')
  expect(written(4_200_000_000_000_000_000)).toBe('4 200 Po')
  expect(formatBytes(3_249_000_000, 'en').replaceAll('\u00a0', ' ')).toBe('3.2 GB')
})
