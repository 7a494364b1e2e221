/** A morning in sales: is there fibre, what would it cost, what the person reads, how far the order is. */
export const who = 'emilie'

export async function walk(page, url, stop) {
  const asked = await page.request.get(`${url}/api/v1/drops?state=serviceable&sort=address`)
  const { address } = (await asked.json()).items[0]
  await page.goto(`${url}/eligibility`)
  await page.getByLabel('Adresse').fill(address)
  await page.getByText('Fibre 500 tout compris').first().waitFor()
  await stop(page, 'sales-address')

  await page.goto(`${url}/quotations/new`)
  await page.getByLabel('Adresse tapée').fill(address)
  await page.getByText('Desservable').waitFor()
  await page.getByRole('combobox', { name: 'Forfait' }).selectOption('FIBRE500')
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Jeanne Pomerleau')
  await page.getByLabel('Courriel').fill('j.pomerleau@exemple.ca')
  await page.getByText('Première facture').scrollIntoViewIfNeeded()
  await stop(page, 'sales-offer')

  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/quotations\/QUO-\d+$/)
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Ce qui sera écrit au fil').waitFor()
  await stop(page, 'sales-send')
  const [, path] = (await dialog.innerText()).match(/https?:\/\/[^/\s]+(\/quote\/\S+)/)
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.goto(url + path)
  await page.getByRole('button', { name: 'Accepter la soumission' }).waitFor()
  await stop(page, 'sales-reader')

  await page.goto(`${url}/contracts?view=signed`)
  await page.locator('tbody a.main-link').first().click()
  await page.waitForURL(/\/contracts\/CTR-\d+$/)
  await page.getByText('Où en est la commande').waitFor()
  await stop(page, 'sales-order')
}
