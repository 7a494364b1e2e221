import { afterEach, expect, it, vi } from 'vitest'
import { sidesWithin, smallerPicture } from './smallerPicture'

afterEach(() => vi.unstubAllGlobals())

it('keeps the shape of a picture within its longest side, and makes none larger', () => {
  expect(sidesWithin(4032, 3024)).toEqual([2048, 1536])
  expect(sidesWithin(3024, 4032)).toEqual([1536, 2048])
  expect(sidesWithin(800, 600)).toEqual([800, 600])
  expect(sidesWithin(9000, 2)).toEqual([2048, 1])
})

it('sends a picture as it is when the browser can’t read it, and what is no picture', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('HEIC')))
  const heic = new File([new Uint8Array(10)], 'a.heic', { type: 'image/heic' })
  expect(await smallerPicture(heic)).toBe(heic)
  const text = new File(['bonjour'], 'a.txt', { type: 'text/plain' })
  expect(await smallerPicture(text)).toBe(text)
})
