/** What a file of src/ imports, at once or later, and all that this leads to. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const IMPORT =
  /(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|^import ['"]([^'"]+)['"]/gm

/** A walker over the files of a source folder; `@/` is that folder. */
export function newWalker(source) {
  const texts = new Map()
  const text = (file) => {
    if (!texts.has(file)) texts.set(file, readFileSync(file, 'utf8'))
    return texts.get(file)
  }

  function find(from, name) {
    if (!/^(@|\.\.?)\//.test(name) && name !== '.') return null
    const path = name.startsWith('@/') ? join(source, name.slice(2)) : join(dirname(from), name)
    const places = [path, `${path}.ts`, `${path}.vue`, join(path, 'index.ts')]
    return (
      places.find((place) => /\.(ts|vue)$/.test(place) && existsSync(place) && statSync(place).isFile()) ??
      null
    )
  }

  /** Every file reached from one, itself included; not into those `stop` names. */
  function reach(file, stop = () => false, seen = new Set()) {
    if (seen.has(file) || stop(file)) return seen
    seen.add(file)
    for (const [, still, later, bare] of text(file).matchAll(IMPORT)) {
      const next = find(file, still ?? later ?? bare)
      if (next) reach(next, stop, seen)
    }
    return seen
  }
  return { text, reach }
}
