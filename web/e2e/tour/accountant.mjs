/** The accountant from outside, who reads and changes nothing. */
export const who = 'lecture'

export async function walk(page, url, stop) {
  await page.goto(`${url}/accounting`)
  await page.getByText('Équilibrée').waitFor()
  await stop(page, 'accountant-balance')
  await page.getByRole('link', { name: 'Comptes clients' }).first().click()
  await page.waitForURL(/general-ledger/)
  await page.locator('tbody tr').first().waitFor()
  await stop(page, 'accountant-ledger')
  await page.goto(`${url}/accounting/aging`)
  await page.locator('tbody tr').first().waitFor()
  await stop(page, 'accountant-aging')
  await page.goto(`${url}/accounting/taxes`)
  await page.getByText('Les deux taxes').waitFor()
  await stop(page, 'accountant-taxes')
  await page.goto(`${url}/accounting/closing`)
  await page.getByText('La balance est équilibrée').waitFor()
  await stop(page, 'accountant-closing')
}
