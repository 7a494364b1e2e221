/** The agent on the telephone: who calls, what a payment settles, a promise, an issue. */
export const who = 'kevin'

export async function walk(page, url, stop) {
  const late = await (await page.request.get(`${url}/api/v1/customers?view=overdue`)).json()
  const { number, name } = late.items[0]
  await page.keyboard.press('Control+k')
  await page.locator('.palette input').fill(name)
  await page.locator('.palette .result').first().waitFor()
  await stop(page, 'agent-search')

  await page.goto(`${url}/customers/${number}`)
  await page.getByRole('button', { name: /^Encaisser/ }).waitFor()
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Ce qui sera écrit au fil').waitFor()
  await stop(page, 'agent-payment')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: `Actions de ${number}` }).click()
  await page.getByRole('menuitem', { name: 'Accord de paiement' }).click()
  await dialog.getByRole('button', { name: 'Annuler' }).waitFor()
  await stop(page, 'agent-promise')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Ouvrir un billet' }).click()
  await dialog.getByRole('button', { name: 'Annuler' }).waitFor()
  await stop(page, 'agent-issue')
}
