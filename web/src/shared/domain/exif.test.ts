import { expect, it } from 'vitest'
import { exifOf, upright, withExifOf } from './exif'

/** A JPEG's head: JFIF, then EXIF with an orientation and a pointer to a position (latitude 45° 12′ N). */
function photo(little: boolean): Uint8Array<ArrayBuffer> {
  const tiff = new DataView(new ArrayBuffer(80))
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d)
  tiff.setUint16(2, 42, little)
  tiff.setUint32(4, 8, little)
  tiff.setUint16(8, 2, little)
  const entry = (at: number, tag: number, type: number, count: number) => {
    tiff.setUint16(at, tag, little)
    tiff.setUint16(at + 2, type, little)
    tiff.setUint32(at + 4, count, little)
  }
  entry(10, 0x0112, 3, 1)
  tiff.setUint16(18, 6, little)
  entry(22, 0x8825, 4, 1)
  tiff.setUint32(30, 40, little)
  tiff.setUint16(40, 1, little)
  entry(42, 0x0002, 5, 3)
  tiff.setUint32(50, 56, little)
  tiff.setUint32(56, 45, little)
  tiff.setUint32(60, 1, little)
  const body = new Uint8Array(tiff.buffer)
  const length = 2 + 6 + body.length
  return new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46],
    ...[0xff, 0xe1, length >> 8, length & 255, ...'Exif\0\0'].map((sign) =>
      typeof sign === 'string' ? sign.charCodeAt(0) : sign,
    ),
    ...body,
    ...[0xff, 0xda, 0, 2, 1, 2, 3],
  ])
}
const made = new Uint8Array([0xff, 0xd8, 0xff, 0xda, 9, 9])

it.each([true, false])(
  'keeps where a picture was taken, and turns it no second time (little %s)',
  (little) => {
    const whole = withExifOf(photo(little), made)
    expect([...whole.slice(0, 2)]).toEqual([0xff, 0xd8])
    expect([...whole.slice(-4)]).toEqual([0xff, 0xda, 9, 9])
    const segment = exifOf(whole)
    const tiff = new DataView(segment!.buffer, 10)
    expect(tiff.getUint16(18, little)).toBe(1)
    expect(tiff.getUint32(56, little)).toBe(45)
  },
)

it('leaves the original as it is', () => {
  const original = photo(true)
  const before = [...original]
  upright(exifOf(original)!)
  expect([...original]).toEqual(before)
})

it('has nothing to keep of a picture without, of another kind, or cut short', () => {
  for (const other of [made, new Uint8Array([1, 2, 3]), new Uint8Array(), photo(true).slice(0, 40)]) {
    expect(exifOf(other)).toBeNull()
    expect(withExifOf(other, made)).toBe(made)
  }
})
