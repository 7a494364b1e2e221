/** A morning at the network: an address, its port, its devices, an address that became serviceable, who had an IP. */
export const who = 'etienne'

export async function walk(page, url, stop) {
  const first = async (path) => (await (await page.request.get(`${url}/api/v1/${path}`)).json()).items[0]
  await page.goto(`${url}/drops`)
  await page.locator('tbody tr').first().waitFor()
  await stop(page, 'network-drops')

  const { number: served } = await first('drops?state=connected&sort=address')
  await page.goto(`${url}/drops/${served}`)
  await page.getByRole('button', { name: 'Débrancher' }).waitFor()
  await stop(page, 'network-drop')

  const waiting = await (await page.request.get(`${url}/api/v1/interests?state=waiting`)).json()
  const { drop } = waiting.items.find((one) => one.drop)
  await page.goto(`${url}/drops/${drop}`)
  await page.getByRole('button', { name: 'Rendre desservable' }).click()
  await page.getByRole('dialog').getByText('Ce qui sera écrit au fil').waitFor()
  await stop(page, 'network-serviceable')

  await page.goto(`${url}/ports`)
  await page.locator('tbody tr').first().waitFor()
  await stop(page, 'network-ports')

  const { number: device } = await first('equipment?state=active')
  await page.goto(`${url}/equipment/${device}`)
  await page.getByRole('heading', { name: 'Mouvements' }).waitFor()
  await stop(page, 'network-equipment')

  await page.goto(`${url}/ip-lookup`)
  await page.getByRole('button', { name: 'Dire qui l’avait' }).waitFor()
  await stop(page, 'network-trace')
}
