/** The technician with his phone: the day, what is used, the end of a job. */
import { PHONE } from '../browser.mjs'

export const who = 'yannick'
export const size = PHONE

export async function walk(page, url, stop) {
  await page.goto(`${url}/jobs`)
  await page.locator('.phone-rows a').first().waitFor()
  await stop(page, 'technician-day')

  await page.locator('.phone-rows a').first().click()
  await page.waitForURL(/\/jobs\/DJ-\d+$/)
  await page.getByRole('heading', { name: 'Photos' }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Matériel et frais' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await stop(page, 'technician-used')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Garder la signature' }).scrollIntoViewIfNeeded()
  await stop(page, 'technician-signature')
}
