/** The main job, on the real platform: the old system comes in, the month is billed, a customer is found and seen whole. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESKTOP, findings, launch, missing, openPage, PHONE, picture, wider } from './browser.mjs'
import { noPlatform, startPlatform } from './platform.mjs'

const skip = missing || noPlatform
const CUSTOMERS = 60
/** The old system's last day: the two runs after it, one per language, are past whatever day this runs on. */
const monthsAgo = (months, day) => {
  const today = new Date()
  return new Date(Date.UTC(today.getFullYear(), today.getMonth() - months, day)).toISOString().slice(0, 10)
}
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
  const until = monthsAgo(2, 20)
  platform.command(
    ...['legacy_sample', '--to', `${platform.home}/dump`, '--customers', String(CUSTOMERS), '--until', until],
  )
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
  assert.deepEqual(await wider(page), [], `${name} is wider than the screen`)
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
    runs: monthsAgo(1, 1),
    words: {
      start: 'Importer',
      source: 'Dossier ou adresse mysql://',
      balanced: 'Tout balance',
      off: 'Arrêté',
      prepare: 'Préparer',
      proof: 'Feuille de preuve',
      proved: 'Tout s’explique',
      differences: 'Écarts',
      invoices: 'Factures',
    },
  },
  {
    language: 'en',
    theme: 'dark',
    runs: monthsAgo(0, 1),
    words: {
      start: 'Import',
      source: 'Folder or mysql:// address',
      balanced: 'All agrees',
      off: 'Off',
      prepare: 'Prepare',
      proof: 'Proof sheet',
      proved: 'All explained',
      differences: 'Differences',
      invoices: 'Invoices',
    },
  },
]

/** Tell a person's story: a page of his, its steps in order, a picture of each, and of the one that failed. */
function story(name, { language, theme }, tell) {
  test(`${name}, ${language}`, { skip }, async (t) => {
    const page = await logIn({ language, theme, size: DESKTOP })
    let broken = false
    await tell({
      page,
      shot: (what) => look(page, `main-${what}-${language}`),
      async phone(what) {
        await page.setViewportSize(PHONE)
        await look(page, `main-${what}-phone-${language}`)
        await page.setViewportSize(DESKTOP)
      },
      /** After a step that failed the others say nothing new. */
      step: (title, walk) =>
        t.test(title, { skip: broken }, async () => {
          broken = true
          await walk().catch(async (thrown) => {
            await picture(page, `main-failed-${language}`)
            throw thrown
          })
          broken = false
        }),
    })
    await page.context().close()
  })
}

// The second import is of the same dump: it changes nothing and agrees again.
for (const way of ways) {
  const { words } = way
  story('the old system', way, async ({ page, shot, step }) => {
    await step('the old system comes in', async () => {
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

    await step('nothing acts by itself after an import', async () => {
      await page.goto(`${platform.url}/switches`)
      const states = page.locator('.switch .badge')
      await states.first().waitFor()
      assert.deepEqual([...new Set(await states.allInnerTexts())], [words.off])
      await shot('switches')
    })
  })
}

for (const way of ways) {
  const { runs, words } = way
  story('the month', way, async ({ page, shot, phone, step }) => {
    await step('a person prepares the month and reads what it would bill', async () => {
      await page.keyboard.press('g')
      await page.keyboard.press('r')
      await page.locator('input[type=date]').fill(runs)
      await page.getByRole('button', { name: words.prepare }).click()
      await page.waitForURL(new RegExp(`/billing-runs/${runs}$`))
      await page.getByText(words.proved).waitFor()
      await page.getByRole('heading', { name: words.differences }).waitFor()
      await shot('run-preview')
      await phone('run-preview')
    })

    await step('he confirms, sees it advance, and the proof sheet agrees', async () => {
      await page.keyboard.press('Control+Enter')
      await page.locator('.modal .preview').waitFor()
      await page.locator('.modal .button.danger:not(.off)').waitFor()
      await shot('run-confirm')
      // The worker is held back: what is confirmed waits, visibly, and goes on without a click once he is there.
      const resume = platform.hold('worker')
      await page.keyboard.press('Control+Enter')
      const progress = page.getByRole('progressbar')
      await progress.waitFor()
      assert.equal(await progress.getAttribute('aria-valuenow'), '0')
      await shot('run-progress')
      resume()
      await page.getByText(words.proved).waitFor({ timeout: 60_000 })
      assert.equal(await progress.count(), 0)
      await shot('run-result')
      await phone('run-result')
    })

    let customer
    let invoice
    await step('the run signed off, its invoices are listed', async () => {
      await page.keyboard.press('Control+Enter')
      await page.locator('.modal .button.primary:not(.off)').waitFor()
      await page.keyboard.press('Control+Enter')
      await page.locator('.modal').waitFor({ state: 'detached' })
      await page.locator('a.figure').first().click()
      await page.waitForURL(/\/invoices\?/)
      const row = page.locator('tbody tr').first()
      await row.waitFor()
      invoice = (await row.locator('.id').first().innerText()).trim()
      customer = (await row.locator('.name').innerText()).trim()
      await shot('invoices')
    })

    await step('a customer is found by a part of his name', async () => {
      await page.keyboard.press('Control+k')
      await page.locator('.palette input').fill(customer.slice(0, customer.length - 1))
      await page.locator('.palette .result').first().waitFor()
      await shot('found')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/customers\/C-\d+$/)
    })

    await step('he is seen whole, on a screen and on a phone', async () => {
      await page.getByRole('heading', { level: 1, name: customer }).waitFor()
      await page.getByRole('heading', { name: words.invoices }).waitFor()
      await shot('customer')
      await phone('customer')
    })

    await step('his new invoice is the PDF he holds, in the page', async () => {
      await page.locator('#section-invoices').getByRole('link', { name: invoice }).click()
      // Beside his page first, which stays; then whole.
      await page.locator('.beside-panel .table').first().waitFor()
      await shot('beside')
      await page.keyboard.press('Control+Enter')
      await page.waitForURL(new RegExp(`/invoices/${invoice}$`))
      const paper = await page.locator('iframe').getAttribute('src')
      const answer = await page.request.get(new URL(paper, platform.url).href)
      assert.equal(answer.status(), 200)
      assert.equal(answer.headers()['content-type'], 'application/pdf')
      assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-')
      await page.getByText(invoice).first().waitFor()
      await shot('invoice')
    })
  })
}
