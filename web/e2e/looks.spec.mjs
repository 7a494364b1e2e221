/** Every page, in both languages, both themes and on a phone: nothing broken, nothing cut, nothing axe finds. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESKTOP, findings, launch, missing, openPage, PHONE, picture, wider } from './browser.mjs'
import { session } from './fake-api/data.mjs'
import { startFake } from './fake-api/server.mjs'

const pages = [
  { name: 'login', path: '/login', ready: 'form', out: true },
  { name: 'dashboard', path: '/', ready: 'text=671' },
  { name: 'customers', path: '/customers', ready: 'text=Beaulieu' },
  {
    name: 'customers-none',
    path: '/customers?status=suspended&segment=commercial&city=zzz',
    ready: '.empty',
  },
  { name: 'parked', path: '/parked-work', ready: 'text=TV-SPORT-26' },
  { name: 'payments', path: '/payments', ready: 'text=PAY-2026-01200' },
  { name: 'switches', path: '/switches', ready: '.switch' },
  { name: 'accounting', path: '/accounting', ready: 'text=TPS à remettre' },
  { name: 'import', path: '/imports/7', ready: '#section-waiting', may: 'legacy.read' },
  { name: 'not-found', path: '/nowhere', ready: '.empty' },
  { name: 'palette', path: '/customers', ready: 'text=Beaulieu', then: openPalette },
  { name: 'suspend', path: '/customers', ready: 'text=Beaulieu', then: openSuspend },
  { name: 'keys', path: '/customers', ready: 'text=Beaulieu', then: openKeys },
]
const looks = [
  { language: 'fr', theme: 'light', size: DESKTOP },
  { language: 'en', theme: 'dark', size: DESKTOP },
  { language: 'fr', theme: 'light', size: PHONE },
  { language: 'en', theme: 'dark', size: PHONE },
]

async function openPalette(page) {
  await page.keyboard.press('Control+k')
  await page.locator('.palette input').fill('trem')
  await page.locator('.palette mark').first().waitFor()
}

async function openSuspend(page) {
  await page.keyboard.press('Control+k')
  await page.locator('.palette input').fill('suspendre')
  await page.locator('.palette .action').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.modal input').first().fill('C-3318')
  await page.locator('.modal input[type=date]').fill('2026-11-30')
  await page.locator('.modal .preview').waitFor()
}

async function openKeys(page) {
  await page.keyboard.press('?')
  await page.locator('.modal kbd').first().waitFor()
}

let browser
let fake
before(async () => {
  if (missing) return
  browser = await launch()
})
after(() => browser?.close())

for (const look of looks) {
  const where = `${look.language}-${look.theme}-${look.size.width}`
  test(`every page, ${where}`, { skip: missing }, async (t) => {
    fake = await startFake()
    fake.state.session = { language: look.language, theme: look.theme }
    for (const { name, path, ready, then, out, may } of pages) {
      await t.test(name, async () => {
        fake.state.loggedIn = !out
        fake.state.permissions = may && [...session.permissions, may]
        const page = await openPage(browser, look)
        await page.goto(fake.url + path)
        await page.locator(ready).first().waitFor()
        await then?.(page)
        await page.waitForTimeout(200)
        await picture(page, `${name}-${where}`)
        assert.deepEqual(await findings(page), [])
        assert.deepEqual(await wider(page), [], 'the page is wider than the screen')
        assert.deepEqual(page.wrongs, [])
        await page.context().close()
      })
    }
    await fake.stop()
  })
}
