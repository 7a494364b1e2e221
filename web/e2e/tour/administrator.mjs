/** The administrator: the company on its invoice, what a role may do, who did what. */
export const who = 'amelie'

export async function walk(page, url, stop) {
  await page.goto(`${url}/settings/company`)
  await page.getByRole('heading', { name: 'Aperçu d’une facture' }).waitFor()
  await stop(page, 'administrator-company')
  await page.goto(`${url}/settings/roles/sales`)
  await page.getByRole('heading', { name: 'Permissions' }).waitFor()
  await stop(page, 'administrator-role')
  await page.goto(`${url}/settings/audit`)
  await page.getByRole('button', { name: 'Exporter' }).waitFor()
  await stop(page, 'administrator-audit')
}
