/** The main job, on the real platform: the old system comes in, the month is billed, a customer is found and seen whole. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESKTOP, findings, launch, missing, openPage, overflow, PHONE, picture } from './browser.mjs'
import { noPlatform, startPlatform } from './platform.mjs'

const skip = missing || noPlatform
const CUSTOMERS = 60
let browser
let platform
const passwords = {}
const people = [
  { language: 'fr', username: 'agathe' },
  { language: 'en', username: 'owen' },
]

before(async () => {
  if (skip) return
  platform = await startPlatform()
  for (const { language, username } of people) {
    const made = platform.command('createadmin', username, '--language', language, '--json')
    passwords[username] = JSON.parse(made).password
  }
  platform.command('legacy_sample', '--to', `${platform.home}/dump`, '--customers', String(CUSTOMERS))
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await platform?.stop()
})

/** Everything right with the page as it stands, and a picture of it. */
async function look(page, name) {
  await page.waitForTimeout(250)
  await picture(page, name)
  assert.deepEqual(await findings(page), [], name)
  assert.equal(await overflow(page), 0, `${name} is wider than the screen`)
  assert.deepEqual(page.wrongs, [], name)
}

async function logIn(options) {
  const { username } = people.find(({ language }) => language === options.language)
  const page = await openPage(browser, options)
  page.setDefaultTimeout(30_000)
  await page.goto(`${platform.url}/`)
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(passwords[username])
  await page.keyboard.press('Enter')
  await page.locator('nav.nav').waitFor()
  return page
}

const ways = [
  {
    language: 'fr',
    theme: 'light',
    words: {
      start: 'Importer',
      source: 'Dossier ou adresse mysql://',
      balanced: 'Tout balance',
      invoices: 'Factures',
      paper: /^PDF/,
    },
  },
  {
    language: 'en',
    theme: 'dark',
    words: {
      start: 'Import',
      source: 'Folder or mysql:// address',
      balanced: 'All agrees',
      invoices: 'Invoices',
      paper: /^PDF/,
    },
  },
]

for (const { language, theme, words } of ways) {
  test(`the main job, ${language}`, { skip }, async (t) => {
    const page = await logIn({ language, theme, size: DESKTOP })
    const shot = (name) => look(page, `main-${name}-${language}`)

    await t.test('the old system comes in', async () => {
      await page.keyboard.press('g')
      await page.keyboard.press('i')
      await page.getByRole('button', { name: words.start }).first().click()
      await page.getByLabel(words.source).fill(`${platform.home}/dump`)
      await page.locator('.modal .button.primary:not(.off)').waitFor()
      await shot('import-preview')
      await page.keyboard.press('Control+Enter')
      await page.waitForURL(/\/imports\/\d+$/)
      await page.getByText(words.balanced).waitFor({ timeout: 120_000 })
      await shot('import')
    })

    let customer
    await t.test('a customer is found by a part of his name', async () => {
      await page.goto(`${platform.url}/customers`)
      await page.locator('tbody tr').first().waitFor()
      await shot('customers')
      customer = (await page.locator('tbody tr .main-link').first().innerText()).trim()
      await page.keyboard.press('Control+k')
      await page.locator('.palette input').fill(customer.slice(0, customer.length - 1))
      await page.locator('.palette .result').first().waitFor()
      await shot('found')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/customers\/C-\d+$/)
    })

    await t.test('he is seen whole, on a screen and on a phone', async () => {
      await page.getByRole('heading', { level: 1, name: customer }).waitFor()
      await page.getByRole('heading', { name: words.invoices }).waitFor()
      await shot('customer')
      await page.setViewportSize(PHONE)
      await shot('customer-phone')
      await page.setViewportSize(DESKTOP)
    })

    await t.test('his invoice is the PDF he holds', async () => {
      const paper = page.getByRole('link', { name: words.paper }).first()
      const answer = await page.request.get(new URL(await paper.getAttribute('href'), platform.url).href)
      assert.equal(answer.status(), 200)
      assert.equal(answer.headers()['content-type'], 'application/pdf')
      assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-')
      await page.locator('#section-invoices tbody tr a').first().click()
      await page.waitForURL(/\/invoices\//)
      await page.locator('iframe').waitFor()
      await shot('invoice')
    })
    await page.context().close()
  })
}
