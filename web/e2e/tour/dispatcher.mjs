/** The dispatcher: what nobody has, a job given a time, a technician's week, what a plan asks for. */
export const who = 'samuel'

export async function walk(page, url, stop) {
  await page.goto(`${url}/jobs?view=unassigned`)
  await page.locator('tbody a.main-link').first().click()
  await page.waitForURL(/\/jobs\/DJ-\d+$/)
  await page.getByRole('button', { name: 'Planifier' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).waitFor()
  await stop(page, 'dispatcher-plan')

  const { items } = await (await page.request.get(`${url}/api/v1/technicians`)).json()
  const { number } = items.find(({ name }) => name === 'Yannick Lefebvre')
  await page.goto(`${url}/technicians/${number}`)
  await page.getByRole('heading', { name: 'Absences' }).waitFor()
  await stop(page, 'dispatcher-technician')

  await page.goto(`${url}/job-templates`)
  await page.locator('tbody a').first().click()
  await page.getByRole('heading', { name: 'Étapes' }).waitFor()
  await stop(page, 'dispatcher-template')
}
