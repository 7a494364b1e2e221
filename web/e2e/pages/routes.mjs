/** Every page of ops with an address that shows it: the routes themselves, filled with records that pages link to. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'
import { createMemoryHistory, createRouter } from 'vue-router'
import { settled } from './settled.mjs'

const folder = fileURLToPath(new URL('../../src/ops/routes/', import.meta.url))
const here = dirname(fileURLToPath(import.meta.url))

/** The router of ops, its pages not loaded: what it says of an address is what the browser will open. */
export async function everyRoute() {
  const made = mkdtempSync(join(here, '.routes-'))
  try {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.ts'))) {
      const source = readFileSync(join(folder, name), 'utf8')
      const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
      const { outputText } = ts.transpileModule(source, { compilerOptions: options })
      const linked = outputText.replace(/from '(\.\/[\w-]+)'/g, "from '$1.mjs'")
      writeFileSync(join(made, name.replace(/\.ts$/, '.mjs')), linked)
    }
    const { routes } = await import(pathToFileURL(join(made, 'index.mjs')).href)
    return createRouter({ history: createMemoryHistory(), routes })
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

/** What needs no record: its parameters are absent or may be. */
function plain(route) {
  return !/:\w+(\([^)]*\))?(?![?*(\w])/.test(route.path)
}

/** Pages that a button leads to, not a link: their address from what the platform holds. */
const BEHIND_BUTTONS = {
  draft: async (ask) =>
    (await ask('invoices?state=draft')).map(({ number }) => `/invoices/${number}/edit`)[0],
  'edit-quotation': async (ask) =>
    (await ask('quotations?status=draft')).map(({ number }) => `/quotations/${number}/edit`)[0],
  'credit-invoice': async (ask) =>
    (await ask('invoices?kind=invoice'))
      .filter(({ state }) => state !== 'draft')
      .map(({ number }) => `/invoices/${number}/credit`)[0],
  entries: async (ask) => (await ask('invoices')).map(({ number }) => `/accounting/entries/${number}`)[0],
  batch: async (ask) =>
    (await ask('notices')).map(({ url }) => url).find((at) => at?.startsWith('/batches/')),
  'billing-run': async () => `/billing-runs/${new Date().toISOString().slice(0, 10)}`,
}

/**
 * An address for each route, `{name: path}`, and the names of those that no page links to.
 * Pages without a record are opened first, then the records they lead to, until nothing new is found.
 */
export async function addresses(page, url, only = []) {
  const router = await everyRoute()
  const pages = router.getRoutes().filter(({ name, redirect }) => name && name !== 'login' && !redirect)
  const wanted = pages.map(({ name }) => name).filter((name) => !only.length || only.includes(name))
  const found = {}
  const queue = []
  const take = (name, path) => {
    if (found[name]) return
    found[name] = path
    queue.push(path)
  }
  for (const route of pages) {
    if (route.name === 'not-found') take('not-found', '/nowhere')
    else if (plain(route)) take(route.name, route.path.replace(/\/:.*$/, '') || '/')
  }
  for (const [name, find] of Object.entries(BEHIND_BUTTONS)) {
    if (!wanted.includes(name)) continue
    const path = await find(
      async (asked) => (await (await page.request.get(`${url}/api/v1/${asked}`)).json()).items,
    )
    if (path) take(name, path)
  }
  const opened = new Set()
  while (queue.length && wanted.some((name) => !found[name])) {
    const path = queue.shift()
    if (opened.has(path)) continue
    opened.add(path)
    await page.goto(url + path)
    await settled(page)
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    for (const link of new Set(links)) {
      const { name, path: bare } = router.resolve(link.split('#')[0])
      if (pages.some((route) => route.name === name)) take(name, bare)
    }
  }
  const known = wanted.filter((name) => found[name])
  return {
    found: Object.fromEntries(known.map((name) => [name, found[name]])),
    lost: wanted.filter((name) => !found[name]),
  }
}
