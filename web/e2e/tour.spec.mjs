/** The tour of the README and the tutorials: the demo provider, walked through by the people who work there, a picture of each stop. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { DESKTOP, findings, launch, missing, openPage, PHONE, picture, pictures, wider } from './browser.mjs'
import { walk } from './pages/walk.mjs'
import { noPlatform, python, root, startPlatform } from './platform.mjs'
import * as accountant from './tour/accountant.mjs'
import * as administrator from './tour/administrator.mjs'
import * as agent from './tour/agent.mjs'
import * as clerk from './tour/clerk.mjs'
import * as dispatcher from './tour/dispatcher.mjs'
import * as manager from './tour/manager.mjs'
import * as network from './tour/network.mjs'
import * as privacy from './tour/privacy.mjs'
import * as sales from './tour/sales.mjs'
import * as technician from './tour/technician.mjs'

const tutorials = {
  accountant,
  administrator,
  agent,
  clerk,
  dispatcher,
  manager,
  network,
  privacy,
  sales,
  technician,
}
const skip = missing || noPlatform
let browser
let platform
let password

before(async () => {
  if (skip) return
  platform = await startPlatform({ demo: true })
  password = JSON.parse(readFileSync(`${platform.state}/demo.json`, 'utf8')).logins[0].password
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await platform?.stop()
  // What is kept with the documents is made small; the pictures of a failing run are looked at once.
  if (process.env.SCREENSHOTS)
    spawnSync(python, ['-m', 'tests.pictures', pictures], { cwd: root, stdio: 'inherit' })
})

/** A person's day at the screen; the demo gives each a language, the browser a theme. */
async function logIn(username, { size = DESKTOP, ...more }) {
  const page = await openPage(browser, more)
  page.setDefaultTimeout(30_000)
  await page.goto(`${platform.url}/`)
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('nav.nav').waitFor()
  await page.setViewportSize(size)
  return page
}

/** Everything right with the page as it stands, nothing still loading, and a picture of it. */
async function stop(page, name) {
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(400)
  await picture(page, `tour-${name}`)
  assert.deepEqual(await findings(page), [], name)
  assert.deepEqual(await wider(page), [], `${name} is wider than the screen`)
  assert.deepEqual(page.wrongs, [], name)
}

/** The anchors are whole, lead where they say and mark it; `p` is the payment it is printed for. */
async function walkTheCustomer(page) {
  const strip = page.locator('.anchors nav')
  assert.ok(await strip.evaluate((nav) => nav.scrollWidth <= nav.clientWidth), 'the anchors are cut')
  const last = strip.locator('a').last()
  for (const anchor of [strip.locator('a[href="#section-payments"]'), last, strip.locator('a').first()]) {
    await anchor.click()
    await anchor.and(page.locator('[aria-current]')).waitFor()
  }
  await page.keyboard.press('p')
  await page
    .getByRole('dialog')
    .getByRole('heading', { name: /Encaisser/ })
    .waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('the clerk’s morning, in French', { skip }, async () => {
  const page = await logIn('maude', { language: 'fr', theme: 'light' })
  await page.getByRole('heading', { name: 'À faire' }).waitFor()
  await stop(page, 'dashboard')

  await page.keyboard.press('g')
  await page.keyboard.press('c')
  const owing = page.getByRole('tab', { name: /En retard/ }).or(page.getByRole('link', { name: /En retard/ }))
  await owing.first().click()
  const row = page.locator('tbody tr').first()
  await row.waitFor()
  await stop(page, 'customers')

  const name = (await row.locator('a.main-link').innerText()).trim()
  await page.keyboard.press('Control+k')
  await page.locator('.palette input').fill(name)
  await page.locator('.palette .result').first().waitFor()
  await stop(page, 'search')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/customers\/C-\d+$/)
  await page.getByRole('heading', { name: 'Factures' }).waitFor()
  await stop(page, 'customer')
  await walkTheCustomer(page)

  await page.locator('#section-invoices tbody a').first().click()
  await page.locator('.beside-panel').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/invoices\/[^/]+$/)
  await page.locator('iframe').waitFor()
  await page.waitForTimeout(2_000)
  await stop(page, 'invoice')

  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'Préparer' }).click()
  await page.getByText('Tout s’explique').waitFor()
  await page.getByRole('heading', { name: 'Écarts' }).waitFor()
  await stop(page, 'run')
})

test('the agent’s phone, in English and dark', { skip }, async () => {
  const page = await logIn('sarah', { language: 'en', theme: 'dark' })
  await page.goto(`${platform.url}/customers?view=overdue`)
  const number = (await page.locator('tbody .id').first().innerText()).trim()
  await page.goto(`${platform.url}/customers/${number}`)
  await page.getByRole('heading', { name: 'Invoices' }).waitFor()
  await stop(page, 'customer-dark')
  await page.setViewportSize(PHONE)
  await stop(page, 'customer-phone')
})

test('the dispatcher’s day', { skip }, async () => {
  const page = await logIn('samuel', { language: 'fr', theme: 'light' })
  await page.goto(`${platform.url}/dispatch-day`)
  await page.locator('.job').first().waitFor()
  await stop(page, 'day')
})

test('the technician’s job, in a hand', { skip }, async () => {
  const page = await logIn('yannick', { language: 'fr', theme: 'light', size: PHONE })
  await page.goto(`${platform.url}/jobs`)
  await page.locator('.phone-rows a').first().click()
  await page.waitForURL(/\/jobs\/DJ-\d+$/)
  await stop(page, 'job-phone')
})

test('the administrator’s settings', { skip }, async () => {
  const page = await logIn('amelie', { language: 'fr', theme: 'light' })
  await page.goto(`${platform.url}/settings`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await stop(page, 'settings')
})

for (const [trade, { who, size = DESKTOP, walk: through }] of Object.entries(tutorials)) {
  test(`the tutorial: ${trade}`, { skip }, async () => {
    await through(await logIn(who, { language: 'fr', theme: 'light', size }), platform.url, stop)
  })
}

for (const language of ['fr', 'en']) {
  test(`pages as the proof walks them, ${language}`, { skip }, async () => {
    const page = await logIn(language === 'fr' ? 'josee' : 'sarah', { language, theme: 'light' })
    const { said } = await walk(page, platform.url, { name: `${language}-light-1366` }, ['issues', 'jobs'])
    assert.deepEqual(said, { issues: [], jobs: [] })
  })
}
