/** The billing clerk: a cheque from the mail, a line credited, a month's checklist. */
export const who = 'maude'

export async function walk(page, url, stop) {
  await page.goto(`${url}/payments`)
  await page.getByRole('button', { name: /^Encaisser/ }).waitFor()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Annuler' }).waitFor()
  await stop(page, 'clerk-payment')

  const { items } = await (await page.request.get(`${url}/api/v1/invoices?kind=invoice`)).json()
  const { number } = items.find(({ state }) => state !== 'draft')
  await page.goto(`${url}/invoices/${number}/credit`)
  await page.locator('main input[type=checkbox]').first().check()
  await page.getByText('Total du crédit').waitFor()
  await stop(page, 'clerk-credit')

  await page.goto(`${url}/accounting/closing`)
  await page.getByText('La balance est équilibrée').waitFor()
  await stop(page, 'clerk-closing')
}
