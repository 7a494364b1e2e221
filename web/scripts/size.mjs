/** What a first visit downloads: entry, its static imports, the page and the session's words for it; gzip, in kB. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = 160
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

function reach(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) reach(next, seen)
  return seen
}

const zipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000
const entry = 'src/ops/main.ts'
const shell = reach('src/shared/i18n/fr.ts', reach(entry))
const pages = Object.keys(manifest).filter((key) => key.startsWith('src/ops/pages/'))
const routesFolder = new URL('../src/ops/routes/', import.meta.url)
const routes = readdirSync(routesFolder)
  .map((name) => readFileSync(new URL(name, routesFolder), 'utf8'))
  .join('\n')
/** Areas of words that the route of a page names. */
function areasOf(page) {
  const block = routes.split(/\n {2}\{\n/).find((text) => text.includes(`${basename(page)}'`))
  return [...(block?.match(/words: \[([^\]]*)\]/)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, area]) => area)
}
const totals = pages.map((page) => {
  const keys = reach(page, new Set(shell))
  for (const area of areasOf(page)) reach(`src/shared/i18n/fr/${area}.json`, keys)
  return { page, kb: [...keys].reduce((sum, key) => sum + zipped(manifest[key].file), 0) }
})
const dearest = totals.sort((a, b) => b.kb - a.kb)[0]
const css = [...shell].flatMap((key) => manifest[key].css ?? []).reduce((sum, file) => sum + zipped(file), 0)
const over = dearest.kb > BUDGET_KB
const report = {
  name: 'ops_first_load',
  budget_kb: BUDGET_KB,
  worst_page: dearest.page,
  js_kb: Number(dearest.kb.toFixed(1)),
  css_kb: Number(css.toFixed(1)),
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`)
else {
  for (const { page, kb } of totals) process.stdout.write(`${kb.toFixed(1).padStart(7)} kB  ${page}\n`)
  process.stdout.write(
    `${css.toFixed(1).padStart(7)} kB  CSS\n${over ? 'Over' : 'Within'} the budget of ${BUDGET_KB} kB\n`,
  )
}
process.exit(over ? 1 : 0)
