import { withExifOf } from '@/shared/domain/exif'

/** The longer side of a kept photo, in pixels: a label on it can still be read. */
export const LONGEST = 2048
const QUALITIES = [0.82, 0.7, 0.55]
/** What a photo weighs at most where quality allows it, in bytes. */
export const WANTED = 900_000

/** Sides of a picture drawn no longer than a limit. */
export function sidesWithin(width: number, height: number, longest = LONGEST): [number, number] {
  const share = Math.min(1, longest / Math.max(width, height))
  return [Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share))]
}

/**
 * A photo made smaller on the phone, upright, with the position and time its camera wrote; as it was when the browser
 * can't read it or when that would be no gain.
 */
export async function smallerPicture(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file
  const drawn = await draw(file).catch(() => null)
  if (!drawn) return file
  let blob: Blob | null = null
  for (const quality of QUALITIES) {
    blob = await new Promise<Blob | null>((resolve) => drawn.toBlob(resolve, 'image/jpeg', quality))
    if (blob && blob.size <= WANTED) break
  }
  if (!blob) return file
  const original = new Uint8Array(await file.arrayBuffer())
  const made = withExifOf(original, new Uint8Array(await blob.arrayBuffer()))
  if (made.length >= file.size) return file
  return new File([made], `${file.name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`, { type: 'image/jpeg' })
}

async function draw(file: File): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = sidesWithin(picture.width, picture.height)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  // What is transparent becomes white, as on paper.
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas
}
