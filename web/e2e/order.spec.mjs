/** From an offer to the first invoice, on the real platform: an agent, a customer and a technician on their phones. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readFileSync } from 'node:fs'
import { DESKTOP, findings, launch, missing, openPage, PHONE, picture, wider } from './browser.mjs'
import { act, household, provider, read, upload } from './order.mjs'
import { noPlatform, startPlatform } from './platform.mjs'

const skip = missing || noPlatform
/** The words of an area as the pages write them. */
const words = (language, area) => {
  const written = readFileSync(
    new URL(`../src/shared/i18n/${language}/${area}.json`, import.meta.url),
    'utf8',
  )
  return JSON.parse(written.replaceAll("'", '’'))
}
/** One grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
const today = () => new Date().toLocaleDateString('sv', { timeZone: 'America/Toronto' })
const people = [
  {
    language: 'fr',
    theme: 'light',
    username: 'agathe',
    name: 'Sylvie Tremblay',
    civic: '41',
    phone: '+14505550141',
  },
  {
    language: 'en',
    theme: 'dark',
    username: 'owen',
    name: 'Neil Whitfield',
    civic: '43',
    phone: '+14505550143',
  },
]
let browser
let platform

before(async () => {
  if (skip) return
  platform = await startPlatform()
  for (const person of people) {
    const made = platform.command('createadmin', person.username, '--language', person.language, '--json')
    person.password = JSON.parse(made).password
  }
  const dump = `${platform.home}/dump`
  platform.command('legacy_sample', '--to', dump, '--customers', '40', '--years', '1')
  platform.command('legacy_import', '--source', dump)
  browser = await launch()
  const page = await logIn(people[0])
  await provider(page)
  await page.context().close()
})
after(async () => {
  await browser?.close()
  await platform?.stop()
})

async function logIn({ username, password, language, theme }, size = DESKTOP) {
  const page = await openPage(browser, { language, theme, size, hasTouch: size === PHONE })
  page.setDefaultTimeout(30_000)
  await page.goto(`${platform.url}/`)
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('input[name=password]').waitFor({ state: 'detached' })
  return page
}

/** Everything right with the page as it stands, and a picture of it. */
async function look(page, name) {
  await page.waitForTimeout(250)
  await picture(page, name)
  assert.deepEqual(await findings(page), [], name)
  assert.deepEqual(await wider(page), [], `${name} is wider than the screen`)
  assert.deepEqual(page.wrongs, [], name)
}

/** Open the dialog of a button, wait for its preview, confirm. */
async function confirm(page, button) {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  await page.locator('.modal .button.primary:not(.off), .modal .button.danger:not(.off)').first().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.locator('.modal').waitFor({ state: 'detached' })
}

/** Ask until something is so: the worker follows what was done. */
async function until(what, asked, patience = 60_000) {
  const end = Date.now() + patience
  for (;;) {
    const found = await asked()
    if (found) return found
    assert.ok(Date.now() < end, `not within ${patience / 1000} s: ${what}`)
    await new Promise((wait) => setTimeout(wait, 300))
  }
}

for (const person of people) {
  const { language, theme } = person
  const say = { sales: words(language, 'sales'), field: words(language, 'field') }
  const shot = (page, name) => look(page, `order-${name}-${language}`)

  test(`from an offer to the first invoice, ${language}`, { skip }, async (t) => {
    let broken = false
    /** After a step that failed the others say nothing new. */
    const step = (title, walk) =>
      t.test(title, { skip: broken }, async () => {
        broken = true
        await walk().catch(async (thrown) => {
          await picture(page, `order-failed-${language}`)
          throw thrown
        })
        broken = false
      })
    const page = await logIn(person)
    const home = await household(page, person)
    let quotation
    let contract
    let jobs
    let offered

    await step('an agent offers what can be had at the address', async () => {
      await page.goto(`${platform.url}/quotations/new?customer=${home.customer}`)
      await page.getByLabel(say.sales.location).selectOption(home.location)
      await page.getByLabel(say.sales.plan, { exact: true }).selectOption('E2E-DUO')
      await page.getByLabel(say.sales.appointment_on).fill(today())
      await page.getByLabel(say.sales.slot).selectOption('morning')
      await page.locator('.button.primary:not(.off)').first().waitFor()
      await shot(page, 'offer')
      await page.keyboard.press('Control+Enter')
      await page.waitForURL(/\/quotations\/QUO-\d+$/)
      quotation = page.url().split('/').at(-1)
      await confirm(page, say.sales.send)
      offered = await read(page, `/quotations/${quotation}`)
      assert.equal(offered.status, 'sent')
    })

    await step('the customer accepts it on a phone', async () => {
      const phone = await openPage(browser, { language, theme, size: PHONE, hasTouch: true })
      await phone.goto(new URL(offered.link, platform.url).href)
      await shot(phone, 'quote-phone')
      await phone.locator('input[name=agreed]').check()
      await phone.locator('#name').fill(person.name)
      await phone.locator('button[value=accept]').click()
      await phone.getByRole('status').waitFor()
      assert.equal((await read(page, `/quotations/${quotation}`)).status, 'accepted')
      await phone.context().close()
    })

    await step('the contract of it is sent, and signed with a finger', async () => {
      await page.reload()
      await confirm(page, say.sales.contract)
      await page.waitForURL(/\/contracts\/CTR-\d+$/)
      contract = page.url().split('/').at(-1)
      await act(page, 'sales.edit_contract', {
        contract,
        appointment_on: today(),
        appointment_slot: 'morning',
      })
      await page.reload()
      await confirm(page, say.sales.send_contract ?? say.sales.send)
      const { link } = await read(page, `/contracts/${contract}`)
      const phone = await openPage(browser, { language, theme, size: PHONE, hasTouch: true })
      await phone.goto(new URL(link, platform.url).href)
      if (language === 'en') await phone.locator('button[name=language]').click()
      await shot(phone, 'sign-phone')
      await phone.locator('#sign input[name=agreed]').check()
      await phone.locator('#name').fill(person.name)
      const box = await phone.locator('#pad').boundingBox()
      await phone.mouse.move(box.x + 30, box.y + 100)
      await phone.mouse.down()
      for (let at = 0; at < 12; at += 1) {
        await phone.mouse.move(box.x + 30 + at * 22, box.y + 100 - (at % 3) * 30)
      }
      await phone.mouse.up()
      await phone.locator('#sign button.wide').click()
      await phone.locator('main code').waitFor()
      await shot(phone, 'signed-phone')
      await phone.context().close()
    })

    await step('the jobs stand with their days, and the customer is told once', async () => {
      jobs = await until('four jobs', async () => {
        const { items } = await read(page, `/jobs?contract=${contract}&view=all`)
        return items.length === 4 && items
      })
      assert.ok(jobs.every(({ date }) => date >= today()))
      const told = await until('the acknowledgement', async () => {
        const { items } = await read(page, `/messages?customer=${home.customer}`)
        return items.filter(({ template }) => template === 'order.received').length === 1 && items
      })
      assert.equal(told.find(({ template }) => template === 'order.received').channel, 'sms')
      await page.goto(`${platform.url}/contracts/${contract}`)
      await page.locator('#section-road .job, #section-road a[href*="/jobs/"]').first().waitFor()
      await shot(page, 'contract')
    })

    await step('a technician does the jobs, the installation on his phone', async () => {
      const technician = await act(page, 'dispatch.create_technician', {
        name: person.name,
        user: person.username,
      })
      const numbers = jobs.map(({ number }) => number).sort((a, b) => Number(a.slice(3)) - Number(b.slice(3)))
      let hour = 6
      for (const job of numbers) {
        await act(page, 'dispatch.assign_job', { job, technician })
        await act(page, 'dispatch.schedule_job', {
          job,
          date: today(),
          starts: `${String((hour += 2)).padStart(2, '0')}:00`,
        })
        await act(page, 'dispatch.publish_job', { job })
      }
      const phone = await logIn(person, PHONE)
      for (const [place, job] of numbers.entries()) {
        if (place === 2) await onThePhone(phone, job)
        else await byTheVerbs(page, job)
      }
      await phone.context().close()

      async function onThePhone(mine, job) {
        await mine.goto(`${platform.url}/jobs/${job}`)
        await mine.getByRole('button', { name: say.field.start, exact: true }).click()
        await mine.getByRole('button', { name: say.field.complete, exact: true }).waitFor()
        await act(mine, 'dispatch.add_equipment', { job, act: 'installed', serial: home.serial })
        await answer(mine, job)
        await mine.reload()
        await mine.getByLabel(say.field.signer).fill(person.name)
        const pad = mine.locator('#section-signature canvas')
        await pad.scrollIntoViewIfNeeded()
        const box = await pad.boundingBox()
        await mine.mouse.move(box.x + 20, box.y + 40)
        await mine.mouse.down()
        await mine.mouse.move(box.x + 160, box.y + 70, { steps: 8 })
        await mine.mouse.up()
        await mine.getByRole('button', { name: say.field.keep_signature }).click()
        await mine.locator('#section-signature img').waitFor()
        await mine.evaluate(() => window.scrollTo(0, 0))
        await shot(mine, 'job-phone')
        await confirm(mine, say.field.complete)
      }

      async function byTheVerbs(mine, job) {
        await act(mine, 'dispatch.start_job', { job })
        await answer(mine, job)
        await act(mine, 'dispatch.complete_job', { job })
      }

      async function answer(mine, job) {
        for (const item of (await read(mine, `/jobs/${job}`)).checklist) {
          if (item.kind === 'photo') {
            const file = await upload(mine, job, PIXEL)
            await act(mine, 'dispatch.add_photo', { job, file, item: item.code })
            continue
          }
          const given = {
            check: true,
            text: 'A12',
            scan: home.serial,
            number: item.highest ?? item.lowest,
            choice: item.choices.at(-1)?.code,
          }
          await act(mine, 'dispatch.answer_item', { job, item: item.code, answer: given[item.kind] })
        }
      }
    })

    await step(
      'the services are active, and the first invoice is what was offered, to the cent',
      async () => {
        const invoice = await until('the first invoice', async () => {
          const { items } = await read(page, `/invoices?customer=${home.customer}`)
          return items.length === 1 && items[0]
        })
        assert.equal(invoice.total, offered.first_total ?? offered.first.total)
        const { items: services } = await read(page, `/subscriptions?customer=${home.customer}&view=all`)
        assert.deepEqual(
          services.map(({ state }) => state),
          ['active', 'active'],
        )
        const sent = await until('the invoice sent', async () => {
          const { items } = await read(page, `/messages?customer=${home.customer}`)
          return items.filter(({ template }) => template === 'invoice.sent').length === 1 && items
        })
        assert.equal(sent.filter(({ template }) => template === 'order.received').length, 1)
        await page.goto(`${platform.url}/contracts/${contract}`)
        await page.locator('#section-road').waitFor()
        await shot(page, 'road')
        await page.goto(`${platform.url}/customers/${home.customer}`)
        await page.getByText(invoice.number).first().waitFor()
        await shot(page, 'customer')
        await page.goto(`${platform.url}/parked-work`)
        await page.locator('.empty').first().waitFor()
      },
    )
    await page.context().close()
  })
}
