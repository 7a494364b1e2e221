/**
 * Open every page of ops in one look and say what is wrong with each.
 *
 *   node e2e/pages/walk.mjs --look fr-light-1366 [--url http://… --state FOLDER] [--only route,route] [--json FILE]
 *
 * Without --url it starts the demo provider. Pictures go to SCREENSHOTS, one a page. Exits with how many pages have something wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { DESKTOP, launch, missing, openPage, PHONE, picture } from '../browser.mjs'
import { noPlatform, startPlatform } from '../platform.mjs'
import { addresses } from './routes.mjs'
import { settled, wrongs } from './settled.mjs'

export const LOOKS = ['fr', 'en'].flatMap((language) =>
  ['light', 'dark'].flatMap((theme) =>
    [DESKTOP, PHONE].map((size) => ({ name: `${language}-${theme}-${size.width}`, language, theme, size })),
  ),
)

/** Log in as the demo's administrator, who may see all, in the look's language and theme. */
export async function enter(browser, url, state, { language, theme, size }) {
  const [{ email, password }] = JSON.parse(readFileSync(`${state}/demo.json`, 'utf8')).logins
  const page = await openPage(browser, { language, theme, size })
  page.setDefaultTimeout(20_000)
  await page.goto(`${url}/`)
  await page.locator('input[name=username]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('input[name=password]').waitFor({ state: 'detached' })
  await page.evaluate(
    async (body) => {
      const token = document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? ''
      const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': decodeURIComponent(token) }
      await fetch('/api/v1/session', { method: 'PATCH', headers, body: JSON.stringify(body) })
    },
    { language, theme },
  )
  return page
}

/** Walk the pages; `{route: [what is wrong]}`, and which routes no page leads to. */
export async function walk(page, url, look, only = []) {
  const { found, lost } = await addresses(page, url, only)
  page.wrongs.length = 0
  const said = Object.fromEntries(lost.map((name) => [name, ['lost: no page of the demo links to one']]))
  for (const [name, path] of Object.entries(found)) {
    try {
      await page.goto(url + path)
      await settled(page)
      said[name] = await wrongs(page, name)
    } catch (error) {
      said[name] = [`broken: ${String(error).split('\n')[0]}`]
    }
    await picture(page, `${name}-${look.name}`)
  }
  return { pages: Object.keys(found).length, found, said }
}

async function main() {
  const { values } = parseArgs({
    options: {
      look: { type: 'string', default: 'fr-light-1366' },
      url: { type: 'string' },
      state: { type: 'string' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
    },
  })
  if (missing || noPlatform) throw new Error(missing || noPlatform)
  const look = LOOKS.find(({ name }) => name === values.look)
  if (!look) throw new Error(`no such look; there are ${LOOKS.map(({ name }) => name).join(', ')}`)
  const platform = values.url ? null : await startPlatform({ demo: true })
  const browser = await launch()
  try {
    const url = values.url ?? platform.url
    const page = await enter(browser, url, values.state ?? platform.state, look)
    const result = await walk(page, url, look, values.only.split(',').filter(Boolean))
    const wrong = Object.entries(result.said).filter(([, all]) => all.length)
    for (const [name, all] of wrong) console.log(`${name} ${result.found[name] ?? ''}\n  ${all.join('\n  ')}`)
    console.log(`${look.name}: ${result.pages} pages, ${wrong.length} with something wrong`)
    if (values.json) writeFileSync(values.json, JSON.stringify(result, null, 1))
    process.exitCode = Math.min(wrong.length, 100)
  } finally {
    await browser.close()
    await platform?.stop()
  }
}

if (process.argv[1]?.endsWith('walk.mjs')) await main()
