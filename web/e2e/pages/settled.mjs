/** When a page has come to rest, and what is wrong with it as it stands. */
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findings, wider } from '../browser.mjs'

/** Wait until nothing of the page is still being fetched. */
export async function settled(page, patience = 15_000) {
  await page.locator('h1').first().waitFor({ timeout: patience })
  await page.waitForFunction(
    () => !document.querySelector('.skeleton, [aria-busy="true"]') && document.fonts.status === 'loaded',
    null,
    { timeout: patience },
  )
  await page.waitForTimeout(250)
}

/** Text that is cut and can't be read otherwise: neither by scrolling, nor whole in a title or a label. */
export function cut(page) {
  return page.evaluate(() => {
    const hidden = new Set(['hidden', 'clip'])
    const told = (one) => one.closest('[title], [aria-label], [data-whole]') !== null
    const own = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
    const wrong = [...document.querySelectorAll('body *')].filter((one) => {
      const plain = getComputedStyle(one).textOverflow === 'clip' && one.matches('td, th, td *')
      if (
        !(own(one) || (plain && one.textContent.trim())) ||
        !one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        told(one)
      )
        return false
      const style = getComputedStyle(one)
      const box = one.getBoundingClientRect()
      if (box.width < 4 || box.height < 4) return false // said to a screen reader only
      if (hidden.has(style.overflowX) && one.scrollWidth > one.clientWidth + 1) return true
      if (hidden.has(style.overflowY) && one.scrollHeight > one.clientHeight + 3) return true
      return false
    })
    return wrong.map(
      (one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 60)}`,
    )
  })
}

/** Text in so narrow a column that its letters stand on top of each other. */
export function squeezed(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => {
        const text = [...one.childNodes].find(
          (node) => node.nodeType === 3 && node.textContent.trim().length > 7,
        )
        const { width, height } = one.getBoundingClientRect()
        return text && width < 24 && height > 5 * width && height > 80
      })
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 60)}`),
  )
}

/** Pages that show texts with holes on purpose: whoever writes them must see the holes, and the desk shows rows as they are. */
const WITH_HOLES = new Set(['desk-page', 'legal-texts', 'message-template', 'message-templates'])
const folder = fileURLToPath(new URL('../../src/shared/i18n/fr/', import.meta.url))
const areas = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'))
const KEY = new RegExp(`(?<![\\w.@/-])(?:${areas.join('|')})\\.[a-z_]+(?:\\.[a-z_]+)*(?![\\w@-])`, 'g')

/** What a page must never show: a key instead of its words, a hole that nothing filled, a value of the machine's. */
async function raw(page, name) {
  // Codes that people know things by stand in a chip or in the machine's type.
  const text = await page.evaluate(() => {
    const codes = [...document.querySelectorAll('.id, .mono, code')].map((one) => one.innerText)
    return codes.reduce((left, code) => (code ? left.replaceAll(code, ' ') : left), document.body.innerText)
  })
  const odd = [...(text.match(KEY) ?? []), ...(text.match(/\bundefined\b|\bNaN\b|\[object /g) ?? [])]
  if (!WITH_HOLES.has(name)) odd.push(...(text.match(/\{[a-z_]+\}/g) ?? []))
  return [...new Set(odd)]
}

/** Everything wrong with the page as it stands, as short sentences; empty when all is well. */
export async function wrongs(page, name) {
  const beyond = (await wider(page)).slice(0, 3).map((one) => `wider: ${one}`)
  const clipped = (await cut(page)).slice(0, 5).map((one) => `cut: ${one}`)
  clipped.push(...(await squeezed(page)).slice(0, 5).map((one) => `squeezed: ${one}`))
  const found = (await findings(page)).map((one) => `axe: ${one}`)
  const odd = (await raw(page, name)).map((one) => `raw: ${one}`)
  return [...beyond, ...clipped, ...found, ...odd, ...page.wrongs.splice(0).map((one) => `console: ${one}`)]
}
