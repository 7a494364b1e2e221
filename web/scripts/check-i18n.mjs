/** Every message in both languages with the same holes, none missing, none unused. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../src/', import.meta.url))
const folder = join(source, 'shared/i18n')
const faults = []

function flatten(messages, prefix, into) {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') into.set(`${prefix}.${key}`, value)
    else flatten(value, `${prefix}.${key}`, into)
  }
}

function catalogue(language) {
  const keys = new Map()
  for (const file of readdirSync(join(folder, language))) {
    flatten(JSON.parse(readFileSync(join(folder, language, file), 'utf8')), basename(file, '.json'), keys)
  }
  return keys
}

const holes = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ')
const fr = catalogue('fr')
const en = catalogue('en')
for (const key of fr.keys()) if (!en.has(key)) faults.push(`${key}: missing in English`)
for (const key of en.keys()) if (!fr.has(key)) faults.push(`${key}: missing in French`)
for (const [key, text] of fr) {
  if (en.has(key) && holes(text) !== holes(en.get(key))) faults.push(`${key}: holes differ`)
  if (!text.trim() || !en.get(key)?.trim()) faults.push(`${key}: empty`)
}

const files = readdirSync(source, { recursive: true }).filter(
  (name) => /\.(ts|vue)$/.test(name) && !/\.test\.ts$/.test(name),
)
const code = files.map((name) => readFileSync(join(source, name), 'utf8')).join('\n')
const areas = new Set([...fr.keys()].map((key) => key.split('.')[0]))
const written = new Set([...code.matchAll(/['"`]([a-z_]+(?:\.[A-Za-z0-9_]+)+)['"`]/g)].map(([, key]) => key))
const prefixes = [...code.matchAll(/['"`]([a-z_]+\.[A-Za-z0-9_.]*)\$\{/g)].map(([, prefix]) => prefix)
for (const key of fr.keys()) {
  if (!written.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    faults.push(`${key}: nobody uses it`)
}
// What is passed to t() or named as a label must exist; other dotted words (permissions, actions) aren't messages.
for (const [, key] of code.matchAll(/(?:\bt\(|label: |title: |group: )['"]([a-z_]+\.[\w.]+)['"]/g)) {
  if (areas.has(key.split('.')[0]) && !fr.has(key)) faults.push(`${key}: used, but in no catalogue`)
  else if (!areas.has(key.split('.')[0])) faults.push(`${key}: used, but there is no such catalogue`)
}

for (const fault of [...new Set(faults)].sort()) process.stderr.write(`${fault}\n`)
process.stdout.write(`${fr.size} messages in French, ${en.size} in English, ${faults.length} faults\n`)
process.exit(faults.length ? 1 : 0)
