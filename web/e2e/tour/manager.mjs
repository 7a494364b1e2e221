/** The manager: who owes, a change of prices before it is planned, what acts by itself. */
export const who = 'josee'

export async function walk(page, url, stop) {
  await page.goto(`${url}/accounting/aging`)
  await page.locator('tbody tr').first().waitFor()
  await stop(page, 'manager-aging')

  const { items } = await (await page.request.get(`${url}/api/v1/price-changes`)).json()
  await page.goto(`${url}/price-changes/${items[0].number}`)
  await page.getByRole('heading', { name: 'Abonnements qui changent' }).waitFor()
  await stop(page, 'manager-prices')

  await page.goto(`${url}/switches`)
  await page
    .getByRole('button', { name: /^(Arrêter|Mettre en marche)/ })
    .first()
    .waitFor()
  await stop(page, 'manager-switches')
}
