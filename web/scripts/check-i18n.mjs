/** Every message in both languages with the same holes, none missing, none unused, each loaded where it is said. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newWalker } from './imports.mjs'

const source = fileURLToPath(new URL('../src/', import.meta.url))
const folder = join(source, 'shared/i18n')
const faults = []

function flatten(messages, prefix, into) {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') into.set(`${prefix}.${key}`, value)
    else flatten(value, `${prefix}.${key}`, into)
  }
}

const filesOf = (language) =>
  readdirSync(join(folder, language), { recursive: true }).filter((name) => name.endsWith('.json'))

function catalogue(language) {
  const keys = new Map()
  for (const file of filesOf(language)) {
    flatten(JSON.parse(readFileSync(join(folder, language, file), 'utf8')), basename(file, '.json'), keys)
  }
  return keys
}

const holes = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ')
const areaOf = (key) => key.split('.')[0]
const fr = catalogue('fr')
const en = catalogue('en')
for (const key of fr.keys()) if (!en.has(key)) faults.push(`${key}: missing in English`)
for (const key of en.keys()) if (!fr.has(key)) faults.push(`${key}: missing in French`)
for (const [key, text] of fr) {
  if (en.has(key) && holes(text) !== holes(en.get(key))) faults.push(`${key}: holes differ`)
  if (!text.trim() || !en.get(key)?.trim()) faults.push(`${key}: empty`)
}
for (const file of filesOf('fr'))
  if (!filesOf('en').includes(file)) faults.push(`${file}: not where English has it`)

const WRITTEN = /['"`]([a-z_]+(?:\.[A-Za-z0-9_]+)+)['"`]/g
const PREFIX = /['"`]([a-z_]+\.[A-Za-z0-9_.]*)\$\{/g
const files = readdirSync(source, { recursive: true }).filter(
  (name) => /\.(ts|vue)$/.test(name) && !/\.test\.ts$/.test(name),
)
const code = files.map((name) => readFileSync(join(source, name), 'utf8')).join('\n')
const areas = new Set([...fr.keys()].map(areaOf))
const written = new Set([...code.matchAll(WRITTEN)].map(([, key]) => key))
const prefixes = [...code.matchAll(PREFIX)].map(([, prefix]) => prefix)
for (const key of fr.keys()) {
  if (!written.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    faults.push(`${key}: nobody uses it`)
}
// What is passed to t() or named as a label must exist; other dotted words (permissions, actions) aren't messages.
for (const [, key] of code.matchAll(/(?:\bt\(|label: |title: |group: )['"]([a-z_]+\.[\w.]+)['"]/g)) {
  if (areas.has(areaOf(key)) && !fr.has(key)) faults.push(`${key}: used, but in no catalogue`)
  else if (!areas.has(areaOf(key))) faults.push(`${key}: used, but there is no such catalogue`)
}

// Words are loaded with the base or with the routes that name their area: every part of a page must find its own.
const { text, reach } = newWalker(source)
const base = new Set(readdirSync(join(folder, 'fr/base')).map((name) => basename(name, '.json')))

function areasIn(file) {
  const said = [...text(file).matchAll(WRITTEN)].map(([, key]) => key).filter((key) => fr.has(key))
  const begun = [...text(file).matchAll(PREFIX)].map(([, prefix]) => prefix)
  return new Set([...said, ...begun].map(areaOf).filter((area) => areas.has(area)))
}

const listed = (of) => [...(of ?? '').matchAll(/'([^']+)'/g)].map(([, area]) => area)
/** Areas that a file brings itself, with the parts it loads later. */
const broughtBy = (file) =>
  [...text(file).matchAll(/withWords\(\[([^\]]*)\]/g)].flatMap(([, areas]) => listed(areas))

/** Areas said by a file and all it leads to, outside the base, with a file that says each; not what a part brings. */
function areasFrom(file, stop = () => false) {
  const found = new Map()
  const parts = [...reach(file, stop)]
  const bringing = parts.filter((part) => broughtBy(part).length)
  const brought = new Set(bringing.flatMap(broughtBy))
  const atOnce = reach(file, (part) => stop(part) || bringing.includes(part))
  for (const part of bringing) atOnce.add(part)
  for (const part of parts) {
    for (const area of areasIn(part)) {
      if (!base.has(area) && (atOnce.has(part) || !brought.has(area))) found.set(area, basename(part))
    }
  }
  return found
}

function readRoutes(file) {
  const one = (block, pattern) => block.match(pattern)?.[1]
  return text(file)
    .split(/\n {2}\{\n/)
    .slice(1)
    .map((block) => ({
      name: one(block, /name: '([^']+)'/),
      page: join(dirname(file), one(block, /import\('([^']+)'\)/)),
      title: one(block, /title: '([^']+)'/),
      above: one(block, /above: '([^']+)'/),
      words: listed(one(block, /words: \[([^\]]*)\]/)),
    }))
}

const ops = join(source, 'ops')
const pagesFolder = join(ops, 'pages')
const routesFolder = join(ops, 'routes')
const routes = readdirSync(routesFolder).flatMap((name) => readRoutes(join(routesFolder, name)))
const title = new Map(routes.map((route) => [route.name, route.title]))
const counted = (code.match(/component: \(\) => import\('\.\.\/pages\//g) ?? []).length
if (routes.length !== counted) faults.push(`${counted} routes, but ${routes.length} could be read`)

const shown = [...text(join(ops, 'shell/navigation.ts')).matchAll(/route: '([^']+)'/g)]
for (const [, name] of shown) {
  if (!base.has(areaOf(title.get(name))))
    faults.push(`${name}: in the navigation, so its title belongs in base`)
}
const apart = (file) => file.startsWith(routesFolder) || file.startsWith(pagesFolder)
for (const root of [join(ops, 'main.ts'), join(pagesFolder, 'ForbiddenPage.vue')]) {
  for (const [area, by] of areasFrom(root, (file) => file !== root && apart(file))) {
    faults.push(`${area}: said by ${by} on every page, so it belongs in base`)
  }
}
for (const { name, page, above, words } of routes) {
  const needed = areasFrom(page)
  for (const key of [title.get(name), above && title.get(above)]) {
    if (key && !base.has(areaOf(key))) needed.set(areaOf(key), 'its title')
  }
  for (const [area, by] of needed) {
    if (!words.includes(area)) faults.push(`route ${name}: words lack '${area}' (${by})`)
  }
  for (const area of words) if (!needed.has(area)) faults.push(`route ${name}: nobody there says '${area}'`)
}

for (const fault of [...new Set(faults)].sort()) process.stderr.write(`${fault}\n`)
process.stdout.write(`${fr.size} messages in French, ${en.size} in English, ${faults.length} faults\n`)
process.exit(faults.length ? 1 : 0)
