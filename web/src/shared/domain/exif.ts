/** What a camera writes into a JPEG (EXIF: where and when), kept when the picture itself is made smaller. */

const SOI = 0xffd8
const APP1 = 0xffe1
const SOS = 0xffda
const ORIENTATION = 0x0112
const SIGNATURE = 'Exif\0\0'

/** The EXIF segment of a JPEG with its marker, or nothing. */
export function exifOf(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (jpeg.length < 4 || view.getUint16(0) !== SOI) return null
  for (let at = 2; at + 10 <= jpeg.length;) {
    const marker = view.getUint16(at)
    const length = view.getUint16(at + 2)
    if (marker === SOS || marker < 0xff00 || length < 2) return null
    const end = at + 2 + length
    const name = String.fromCharCode(...jpeg.subarray(at + 4, at + 10))
    if (marker === APP1 && name === SIGNATURE && end <= jpeg.length) return jpeg.slice(at, end)
    at = end
  }
  return null
}

/** Say in an EXIF segment that the picture stands upright: a canvas has turned it already. */
export function upright(segment: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const turned = segment.slice()
  const tiff = new DataView(turned.buffer, 10)
  if (tiff.byteLength < 8) return turned
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return turned
  const entries = tiff.getUint16(first, little)
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * 12
    if (at + 12 > tiff.byteLength) break
    if (tiff.getUint16(at, little) === ORIENTATION) tiff.setUint16(at + 8, 1, little)
  }
  return turned
}

/** A JPEG with the EXIF segment of another one, upright; as it is when the other has none. */
export function withExifOf(
  original: Uint8Array<ArrayBuffer>,
  made: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const segment = exifOf(original)
  if (!segment || made.length < 2) return made
  const kept = upright(segment)
  const whole = new Uint8Array(made.length + kept.length)
  whole.set(made.subarray(0, 2))
  whole.set(kept, 2)
  whole.set(made.subarray(2), 2 + kept.length)
  return whole
}
