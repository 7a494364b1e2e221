/** Coming in, on the real platform: a passkey of Chromium's own authenticator, a phone's codes, a proof asked again. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { DESKTOP, findings, launch, missing, openPage, PHONE, picture, wider } from './browser.mjs'
import { noPlatform, startPlatform } from './platform.mjs'

const skip = missing || noPlatform
const people = [
  { language: 'fr', theme: 'light', username: 'agathe' },
  { language: 'en', theme: 'dark', username: 'owen' },
]
const passwords = {}
let browser
let platform

before(async () => {
  if (skip) return
  platform = await startPlatform()
  for (const { language, username } of people) {
    const made = platform.command('createadmin', username, '--language', language, '--json')
    passwords[username] = JSON.parse(made).password
  }
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await platform?.stop()
})

async function look(page, name) {
  for (const [size, where] of [
    [DESKTOP, 'desktop'],
    [PHONE, 'phone'],
  ]) {
    await page.setViewportSize(size)
    await page.waitForTimeout(250)
    await picture(page, `${name}-${where}`)
    assert.deepEqual(await findings(page), [], name)
    assert.deepEqual(await wider(page), [], `${name} is wider than the screen`)
  }
  assert.deepEqual(page.wrongs, [], name)
  await page.setViewportSize(DESKTOP)
}

/** The code a phone shows now (RFC 6238). */
function codeOf(secret, at = Date.now()) {
  const bits = [...secret].map((one) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      .map((byte) => parseInt(byte, 2)),
  )
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const made = createHmac('sha1', key).update(step).digest()
  const from = made[19] & 15
  return String((made.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function byPassword(page, username) {
  await page.goto(`${platform.url}/login`)
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(passwords[username])
  await page.keyboard.press('Enter')
}

async function keepCodes(page) {
  await page.locator('.modal .codes').waitFor()
  const codes = await page.locator('.modal .codes li').allInnerTexts()
  await page.locator('.modal .kept input').check()
  await page.locator('.modal .foot .primary').click()
  await page.locator('.modal').waitFor({ state: 'detached' })
  return codes
}

for (const { language, theme, username } of people) {
  test(`a passkey, a phone and a recovery code, ${language}`, { skip }, async () => {
    const page = await openPage(browser, { language, theme, size: DESKTOP })
    page.setDefaultTimeout(30_000)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto(`${platform.url}/login`)
    await page.locator('input[name=username]').waitFor()
    // What the page says it speaks is what the server answers and a screen reader reads in.
    assert.equal(await page.evaluate(() => document.documentElement.lang), `${language}-CA`)
    await look(page, `entering-login-${language}`)
    await byPassword(page, username)
    await page.locator('nav.nav').waitFor()

    // A passkey, and with it the first recovery codes.
    await page.goto(`${platform.url}/settings/account`)
    await page.locator('#section-second .row').nth(1).getByRole('button').click()
    await page.locator('.modal form .primary').click()
    await page.locator('.modal .codes').waitFor()
    await look(page, `entering-codes-${language}`)
    const codes = await keepCodes(page)
    assert.equal(codes.length, 10)
    await page.locator('#section-second .key').waitFor()

    // A phone.
    await page.locator('#section-second .row').first().getByRole('button').click()
    const secret = (await page.locator('.modal .id').innerText()).replaceAll(/\s/g, '')
    await look(page, `entering-phone-${language}`)
    await page.locator('.modal input[name=code]').fill(codeOf(secret))
    await page.locator('.modal form .primary').click()
    await page.locator('.modal').waitFor({ state: 'detached' })
    await look(page, `entering-account-${language}`)

    // In by the passkey alone.
    await page.context().clearCookies()
    await page.goto(`${platform.url}/login`)
    await page.locator('form .button[type=button]').click()
    await page.locator('nav.nav').waitFor()

    // In by the password and, as the phone is gone, a recovery code.
    await page.context().clearCookies()
    await byPassword(page, username)
    await page.locator('input[name=code]').waitFor()
    await look(page, `entering-second-${language}`)
    await page.locator('.swap').click()
    await page.locator('input[name=code]').fill(codes[3])
    await page.keyboard.press('Enter')
    await page.locator('nav.nav').waitFor()
    await page.context().close()
  })
}

test('a dangerous act asks who it is, then goes on by itself', { skip }, async () => {
  const page = await openPage(browser, { language: 'fr', theme: 'light', size: DESKTOP })
  page.setDefaultTimeout(30_000)
  const made = JSON.parse(platform.command('createadmin', 'boss', '--json'))
  passwords.boss = made.password
  await byPassword(page, 'boss')
  await page.locator('nav.nav').waitFor()
  // As if ten minutes had passed: the server refuses once for want of a proof.
  let refused = 0
  await page.route('**/actions/identity.begin_totp', (route) =>
    refused++
      ? route.continue()
      : route.fulfill({ status: 403, json: { code: 'proof_needed', message: 'Confirmez.', details: [] } }),
  )
  await page.goto(`${platform.url}/settings/account`)
  await page.locator('#section-second .row').first().getByRole('button').click()
  await page.locator('.modal input[name=password]').waitFor()
  await look(page, 'entering-proof-fr')
  await page.locator('.modal input[name=password]').fill('pas le bon')
  await page.keyboard.press('Enter')
  await page.locator('.modal [role=alert]').waitFor()
  await page.locator('.modal input[name=password]').fill(passwords.boss)
  await page.keyboard.press('Enter')
  await page.locator('.modal .qr').waitFor()
  assert.equal(refused, 2)
  await page.context().close()
})
