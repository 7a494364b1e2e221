/** What a person does, with mouse and keyboard. */
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { findings, launch, missing, openPage, PHONE } from './browser.mjs'
import { session } from './fake-api/data.mjs'
import { startFake } from './fake-api/server.mjs'

let browser
let fake
let page
before(async () => {
  if (!missing) browser = await launch()
})
after(() => browser?.close())
beforeEach(async () => {
  if (missing) return
  fake = await startFake({ state: { loggedIn: true } })
  page = await openPage(browser)
})
afterEach(async () => {
  await page?.context().close()
  await fake?.stop()
})
const scene = (name, play) => test(name, { skip: missing }, play)
const address = () => new URL(page.url()).pathname + new URL(page.url()).search

scene('a wrong password is refused in words, the right one comes back to the page asked for', async () => {
  fake.state.loggedIn = false
  await page.goto(`${fake.url}/customers?q=viau`)
  await page.getByLabel('Nom d’utilisateur').fill('maude')
  await page.getByLabel('Mot de passe').fill('wrong')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Nom ou mot de passe inconnu').waitFor()
  await page.getByLabel('Mot de passe').fill('maude')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /Viau/ }).first().waitFor()
  assert.equal(address(), '/customers?q=viau')
})

scene('who may not read the company’s figures begins with those of his own work', async () => {
  fake.state.permissions = ['dispatch.read', 'support.read']
  await page.goto(`${fake.url}/`)
  await page.locator('.today a[href^="/jobs"]').getByText('28').waitFor()
  assert.equal(address(), '/')
  assert.equal(await page.locator('.today a[href^="/payments"]').count(), 0)
  assert.equal(await page.locator('.split.whole').count(), 1)
})

scene('a session that ended leads to the login and back', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.getByText('Beaulieu, Annick').waitFor()
  fake.state.loggedIn = false
  await page.keyboard.press('/')
  await page.keyboard.type('brault')
  await page.getByText('Votre session est terminée').waitFor()
  await page.getByLabel('Nom d’utilisateur').fill('maude')
  await page.getByLabel('Mot de passe').fill('maude')
  await page.keyboard.press('Enter')
  await page.getByText('Brault, Annick').first().waitFor()
  assert.equal(address(), '/customers?q=brault')
})

scene('a list comes back with its filters and its order after the session ended', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.getByText('Beaulieu, Annick').waitFor()
  await page.goto(`${fake.url}/payments?mode=cheque&sort=-amount`)
  const first = page.locator('tbody tr').first()
  await first.getByText('Chèque').waitFor()
  fake.state.loggedIn = false
  await page.getByRole('button', { name: 'Montant' }).click()
  await page.getByText('Votre session est terminée').waitFor()
  await page.getByLabel('Nom d’utilisateur').fill('maude')
  await page.getByLabel('Mot de passe').fill('maude')
  await page.keyboard.press('Enter')
  await first.getByText('Chèque').waitFor()
  assert.match(address(), /^\/payments\?(mode=cheque&sort=amount|sort=amount&mode=cheque|mode=cheque)$/)
  assert.equal(await page.locator('tbody tr').getByText('Carte').count(), 0)
  await page.goBack()
  await page.getByText('Beaulieu, Annick').waitFor()
  assert.equal(address(), '/customers')
})

scene('the list is walked and filtered by keys, and its address says so', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.getByText('Beaulieu, Annick').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  assert.match(await page.locator('tr.cursor').innerText(), /Beaulieu, Annick/)
  await page.keyboard.press('f')
  await page.getByRole('menuitem', { name: 'État' }).click()
  await page.getByRole('menuitemradio', { name: 'Suspendu' }).click()
  await page.getByText(/sur 17/).waitFor()
  assert.equal(address(), '/customers?status=suspended')
  await page.getByRole('button', { name: 'Retirer le filtre État' }).click()
  await page.getByText(/sur 214/).waitFor()
  await page.getByRole('button', { name: 'En retard' }).last().click()
  await page.getByText(/1 à 50/).waitFor()
  assert.equal(address(), '/customers?sort=overdue')
})

scene('a view is a tab; what one made of it can be kept under a name', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.getByRole('tab', { name: /Suspendus/ }).click()
  await page.getByText(/sur 17/).waitFor()
  await page.getByRole('button', { name: 'Par mois' }).click()
  await page.getByRole('button', { name: 'Enregistrer sous…' }).click()
  await page.getByLabel('Nom de la vue').fill('Mes suspendus')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /Mes suspendus/, selected: true }).waitFor()
  await page.reload()
  await page.getByRole('tab', { name: /Mes suspendus/, selected: true }).waitFor()
  await page.getByText(/sur 17/).waitFor()
})

scene('long lists draw only what is near, and go on by themselves', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.getByText('1 à 50').waitFor()
  for (const count of ['100', '150', '200', '214']) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.getByText(`1 à ${count}`).waitFor()
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.getByText('Yelle, Sébastien').last().waitFor()
  assert.ok((await page.locator('tbody tr').count()) < 120, 'far rows are not drawn')
})

scene('an action shows its preview, then is done once by Ctrl-Enter', async () => {
  await page.goto(`${fake.url}/parked-work`)
  await page.getByText('TV-SPORT-26').click()
  await page.getByRole('button', { name: 'Laisser tomber…' }).click()
  await page.getByText('Remplissez les champs').waitFor()
  await page.getByLabel('Raison').fill('Réglé à la main')
  await page.getByText('Ce qui change').waitFor()
  assert.deepEqual(fake.state.done ?? [], [])
  await page.keyboard.press('Control+Enter')
  await page.getByText('Fait :').waitFor()
  assert.deepEqual(
    fake.state.done.map(({ name, body }) => ({ name, body })),
    [{ name: 'kernel.skip_parked', body: { work: 'delivery:41', reason: 'Réglé à la main' } }],
  )
  assert.match(fake.state.done[0].key, /^[0-9a-f]{32}$/)
})

scene('a refusal stands beside its field and nothing was done', async () => {
  fake.state.refuse = {
    code: 'invalid_input',
    message: 'La demande contient des erreurs.',
    details: [{ field: 'reason', code: 'too_short', message: 'Trois lettres au moins.' }],
  }
  await page.goto(`${fake.url}/parked-work/delivery:41`)
  await page.getByRole('button', { name: 'Laisser tomber…' }).click()
  await page.getByLabel('Raison').fill('a')
  await page.getByText('Trois lettres au moins.').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await page.locator('.modal').first().waitFor({ state: 'detached' })
  assert.deepEqual(fake.state.done ?? [], [])
})

scene('the way back from a dialog half written asks, and who stays has lost nothing', async () => {
  await page.goto(`${fake.url}/parked-work`)
  await page.getByText('TV-SPORT-26').click()
  await page.getByRole('button', { name: 'Laisser tomber…' }).click()
  await page.getByLabel('Raison').fill('Réglé à la main')
  await page.goBack()
  const asked = page.getByRole('dialog').filter({ hasText: 'Abandonner ce qui est écrit' })
  await asked.getByRole('button', { name: 'Rester' }).click()
  await asked.waitFor({ state: 'detached' })
  assert.equal(address(), '/parked-work/delivery:41')
  assert.equal(await page.getByLabel('Raison').inputValue(), 'Réglé à la main')
  await page.goBack()
  await asked.getByRole('button', { name: 'Abandonner' }).click()
  await page.getByLabel('Raison').waitFor({ state: 'detached' })
  assert.equal(address(), '/parked-work')
  assert.deepEqual(fake.state.done ?? [], [])
})

scene('language and theme change at once and stay', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.getByRole('button', { name: /Maude Gagnon/ }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  await page.getByRole('button', { name: /Maude Gagnon/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en-CA')
  await page.reload()
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
})

scene('a server that goes away is said, its data stay, and it comes back', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.getByText('Beaulieu, Annick').waitFor()
  fake.state.down = true
  fake.dropStreams()
  await page.getByText(/Hors ligne depuis/).waitFor()
  assert.ok(await page.getByText('Beaulieu, Annick').isVisible())
  fake.state.down = false
  await page.getByText('En direct').waitFor()
  await page.getByText(/Hors ligne depuis/).waitFor({ state: 'detached' })
})

scene('what another person changes arrives without reload', async () => {
  await page.goto(`${fake.url}/parked-work`)
  await page.getByText('1 à 2 sur 2').waitFor()
  fake.state.parkedCount = 1
  fake.tell({ topic: 'parked', id: null })
  await page.getByText('1 à 1 sur 1').waitFor()
})

scene('a page the role may not open says which permission it takes', async () => {
  fake.state.permissions = ['ledger.read']
  await page.goto(`${fake.url}/customers`)
  await page.getByText('Cette page ne vous est pas ouverte').waitFor()
  await page.getByText('crm.read').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Clients' }).count(), 0)
})

scene('g then a letter goes places, [ folds the navigation', async () => {
  await page.goto(fake.url)
  await page.getByText('671').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByText('Beaulieu, Annick').waitFor()
  await page.keyboard.press('[')
  assert.equal(
    await page
      .locator('nav.nav')
      .first()
      .evaluate((nav) => nav.offsetWidth),
    52,
  )
})

scene('a language chosen on a page speaks there too, and on the pages after it', async () => {
  await page.goto(`${fake.url}/switches`)
  await page.getByText('Ce qui peut agir sur les clients').waitFor()
  await page.locator('.user').click()
  await page.getByText('English', { exact: true }).click()
  await page.getByText('What may act on customers').waitFor()
  await page.locator('.nav').getByText('Payments', { exact: true }).click()
  await page.waitForURL(`${fake.url}/payments`)
  await page.getByRole('button', { name: 'Take a payment' }).first().waitFor()
})

scene('on a phone the navigation comes in from the side and leads to a page', async () => {
  await page.setViewportSize(PHONE)
  await page.goto(`${fake.url}/customers`)
  for (const [name, path] of [
    ['Paiements', '/payments'],
    ['Clients', '/customers'],
  ]) {
    await page.getByRole('button', { name: 'Ouvrir la navigation' }).click()
    await page.locator('.drawer').getByRole('link', { name, exact: true }).click()
    await page.waitForURL(`${fake.url}${path}`)
    await page.locator('.drawer').waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'Ouvrir la navigation' }).click()
  await page.locator('.drawer').getByRole('button', { name: 'Réduire la navigation' }).click()
  await page.locator('.drawer').waitFor({ state: 'detached' })
})

scene(
  'on a phone a long navigation begins where one is, each of its lines wide enough for a thumb',
  async () => {
    const apps = [
      'messaging',
      'subscriptions',
      'dispatch',
      'sales',
      'catalog',
      'network',
      'support',
      'legacy',
    ]
    fake.state.permissions = [...session.permissions, ...apps.map((app) => `${app}.read`)]
    await page.setViewportSize(PHONE)
    await page.goto(`${fake.url}/switches`)
    await page.getByRole('button', { name: 'Ouvrir la navigation' }).click()
    const here = page.locator('.drawer [aria-current=page]')
    await here.waitFor()
    const rows = await page
      .locator('.drawer .groups a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect()))
    const { bottom } = await here.evaluate((link) => link.getBoundingClientRect())
    assert.ok(rows.length > 16, `only ${rows.length} lines: not longer than the screen`)
    assert.deepEqual(
      rows.filter(({ height }) => height < 44),
      [],
    )
    assert.ok(bottom <= PHONE.height, `the page one is on stands at ${bottom}, below the screen`)
  },
)

scene('who changes his mind finds what just left the screen: Escape, then Ctrl-K again', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.locator('nav.nav').waitFor()
  for (const words of ['viau', 'brault', 'beaulieu']) {
    await page.keyboard.press('Control+k')
    const box = page.locator('.palette input')
    await box.waitFor()
    assert.equal(await box.inputValue(), '')
    await box.fill(words)
    await page.keyboard.press('Escape')
  }
})

scene('the palette walks through what it understood, and says why others can’t be done', async () => {
  await page.goto(`${fake.url}/customers`)
  await page.locator('nav.nav').waitFor()
  await page.keyboard.press('Control+k')
  const box = page.locator('.palette input')
  await box.fill('suspendre viau pour non-paiement')
  await page.locator('.palette .part').first().waitFor()
  const marked = () => box.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd))
  const walked = []
  for (let at = 0; at < 3; at += 1) {
    await page.keyboard.press('Tab')
    walked.push(await marked())
  }
  assert.deepEqual(walked, ['suspendre', 'viau', 'non-paiement'])
  await page.keyboard.press('Shift+Tab')
  assert.equal(await marked(), 'viau')
  await page.keyboard.type('brault')
  assert.equal(await box.inputValue(), 'suspendre brault pour non-paiement')
  assert.deepEqual(await findings(page), [])
  // Where no panel can be shown, none is promised.
  assert.equal(await page.locator('.palette .hints').getByText('aperçu à droite').count(), 0)

  fake.state.lacking = ['payments.record']
  await page.goto(`${fake.url}/customers`)
  await page.locator('nav.nav').waitFor()
  await page.keyboard.press('Control+k')
  await box.fill('encaisser')
  const refused = page.locator('.palette .refused')
  await refused.getByText('Réservé aux rôles Administrateur et Facturation.').waitFor()
  assert.equal(await refused.getAttribute('aria-disabled'), 'true')
  assert.deepEqual(await findings(page), [])
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('.palette').count(), 1)
})
