/** The privacy officer: what people asked, by when, an incident and its risk, how long things are kept. */
export const who = 'helene'

export async function walk(page, url, stop) {
  const dialog = page.getByRole('dialog')
  await page.goto(`${url}/privacy/requests`)
  await page.locator('tbody tr').first().waitFor()
  await stop(page, 'privacy-requests')
  const { items } = await (await page.request.get(`${url}/api/v1/privacy/requests`)).json()
  const of = (kind) => items.find((one) => one.kind === kind).number
  await page.goto(`${url}/privacy/requests/${of('access')}`)
  await page.getByRole('button', { name: 'Répondre' }).waitFor()
  await stop(page, 'privacy-access')
  await page.getByRole('button', { name: /^Actions de/ }).click()
  await page.getByText('Réunir les renseignements').click()
  await dialog.getByText('Ce qui change').waitFor()
  await stop(page, 'privacy-gather')
  await page.goto(`${url}/privacy/requests/${of('erasure')}`)
  await page.getByRole('button', { name: 'Vérifier l’identité' }).click()
  await dialog.getByLabel('Comment').selectOption({ label: 'Rappel à un numéro connu' })
  await dialog.getByLabel('Ce qui a été vu').fill('Rappelée au numéro du dossier.')
  await dialog.getByText('Ce qui sera écrit au fil').or(dialog.getByText('Ce qui change')).first().waitFor()
  await stop(page, 'privacy-identity')
  await page.goto(`${url}/privacy/incidents`)
  await page.locator('tbody a.main-link').first().click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Évaluer le risque' }).click()
  for (const factor of ['Sensibilité', 'Conséquences', 'Probabilité'])
    await dialog.getByLabel(factor).selectOption('low')
  await dialog
    .getByLabel('Évaluation en mots')
    .fill('Deux relevés, repris le jour même, sans compte bancaire.')
  await dialog.getByText('Ce qui change').waitFor()
  await stop(page, 'privacy-incident')
  await page.goto(`${url}/privacy/retention`)
  await page.locator('tbody tr').first().waitFor()
  await stop(page, 'privacy-retention')
}
