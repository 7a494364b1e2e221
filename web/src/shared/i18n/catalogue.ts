/** Messages of one area, or of all areas by name. */
export interface Catalogue {
  [key: string]: string | Catalogue
}

/** Name each file's messages after the file: `fr/base/list.json` answers `list.*`. */
export function byFile(files: Record<string, Catalogue>): Catalogue {
  return Object.fromEntries(
    Object.entries(files).map(([path, messages]) => [path.replace(/^.*\/|\.json$/g, ''), messages]),
  )
}
