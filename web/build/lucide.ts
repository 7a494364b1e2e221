import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const VIRTUAL = 'virtual:lucide'
const RESOLVED = '\0' + VIRTUAL
const LIST = 'src/shared/ui/icon-names.ts'

/** Read the shapes of one Lucide icon as `[tag, attributes]` pairs, without its wrapper and licence comment. */
export function shapesOf(svg: string): [string, Record<string, string>][] {
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
  return [...inner.matchAll(/<(\w+)([^>]*?)\/?>/g)]
    .filter(([, tag]) => tag !== undefined)
    .map(([, tag, attributes]) => [
      tag ?? '',
      Object.fromEntries([...(attributes ?? '').matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v])),
    ])
}

/** Serve `virtual:lucide`: only the icons named in icon-names.ts, so that the bundle holds no other. */
export function lucide(): Plugin {
  const icons = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons')
  return {
    name: 'gigafibre:lucide',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined
      this.addWatchFile(join(process.cwd(), LIST))
      const names = [...readFileSync(LIST, 'utf8').matchAll(/'([a-z0-9-]+)'/g)].map((match) => match[1] ?? '')
      const shapes = Object.fromEntries(
        names.map((name) => [name, shapesOf(readFileSync(join(icons, `${name}.svg`), 'utf8'))]),
      )
      return `export default ${JSON.stringify(shapes)}`
    },
  }
}
