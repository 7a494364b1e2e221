/**
 * How long until a page is useful in Chromium: its rows stand, or a customer's invoices do.
 *
 *   node e2e/pages/useful.mjs [--url http://… --state FOLDER] [--rounds 5]
 *
 * Cold: a browser that has loaded nothing yet, from the start of the navigation. Warm: from a press on a link in the application, its code
 * loaded and the page seen before. Prints `{page: {cold: [ms…], warm: [ms…]}}`. Without --url it starts the demo provider.
 */
import { parseArgs } from 'node:util'
import { DESKTOP, launch, missing } from '../browser.mjs'
import { noPlatform, startPlatform } from '../platform.mjs'
import { settled } from './settled.mjs'
import { enter } from './walk.mjs'

const ROWS = 'tbody tr[data-row]'
const LISTS = [
  'customers',
  'subscriptions',
  'invoices',
  'payments',
  'jobs',
  'issues',
  'equipment',
  'messages',
]

/** From a navigation's start to the moment the selector stands, by the browser's own clock. */
async function cold(browser, storage, url, path, selector) {
  const context = await browser.newContext({
    viewport: DESKTOP,
    storageState: storage,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted)) window.usefulAt = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, selector)
  await page.goto(url + path)
  await page.waitForFunction(() => window.usefulAt !== undefined, null, { timeout: 30_000 })
  const took = await page.evaluate(() => window.usefulAt)
  await context.close()
  return took
}

/** From a press on a link to the moment the selector stands. */
function warm(page, link, selector) {
  return page.evaluate(
    ([pressed, wanted]) =>
      new Promise((done, fail) => {
        const from = performance.now()
        document.querySelector(pressed).click()
        const look = () => {
          const now = performance.now()
          if (document.querySelector(wanted)) done(now - from)
          else if (now - from > 30_000) fail(new Error(`${wanted} never came`))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    [link, selector],
  )
}

async function main() {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, state: { type: 'string' }, rounds: { type: 'string', default: '5' } },
  })
  if (missing || noPlatform) throw new Error(missing || noPlatform)
  const platform = values.url ? null : await startPlatform({ demo: true })
  const browser = await launch()
  try {
    const url = values.url ?? platform.url
    const look = { language: 'fr', theme: 'light', size: DESKTOP }
    const page = await enter(browser, url, values.state ?? platform.state, look)
    const storage = await page.context().storageState()
    await page.goto(`${url}/customers`)
    await settled(page)
    const customer = await page.locator(`${ROWS} a.main-link`).first().getAttribute('href')
    const pages = Object.fromEntries(LISTS.map((name) => [name, { path: `/${name}`, selector: ROWS }]))
    pages.customer_360 = { path: customer, selector: '#section-invoices tbody tr' }
    const took = {}
    for (const [name, { path, selector }] of Object.entries(pages)) {
      took[name] = { cold: [], warm: [] }
      for (let round = 0; round < Number(values.rounds); round++) {
        took[name].cold.push(await cold(browser, storage, url, path, selector))
      }
      // Seen before: its code and its last answer are there, as for somebody who comes back to it.
      const start = name === 'customers' ? '/switches' : '/customers'
      for (let round = 0; round <= Number(values.rounds); round++) {
        await page.locator(`nav.nav a[href="${start}"]`).first().click()
        await page.waitForURL(url + start)
        await settled(page)
        const link = name === 'customer_360' ? `a.main-link[href="${path}"]` : `nav.nav a[href="${path}"]`
        const ms = await warm(page, link, selector)
        if (round) took[name].warm.push(ms)
        await settled(page)
      }
    }
    console.log(JSON.stringify(took))
  } finally {
    await browser.close()
    await platform?.stop()
  }
}

await main()
