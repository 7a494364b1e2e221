/** A real Chromium for the browser tests: Debian's, driven without a window, with axe at hand. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium'
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-component-update',
]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where the pictures go. */
export const pictures = process.env.SCREENSHOTS ?? fileURLToPath(new URL('screenshots/', import.meta.url))

export const DESKTOP = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }
/** Why the browser tests can't run here, or false. */
export const missing = existsSync(EXECUTABLE) ? false : `no Chromium at ${EXECUTABLE} (CHROMIUM=…)`

/** Start the browser; the caller closes it. */
export function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: ARGUMENTS })
}

/** Open a page that remembers what went wrong in it: errors, refused scripts, failed files. */
export async function openPage(browser, { size = DESKTOP, theme = 'light', language = 'fr', ...more } = {}) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    locale: `${language}-CA`,
    timezoneId: 'America/Toronto',
    reducedMotion: 'reduce',
    bypassCSP: false,
    ...more,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.wrongs = []
  page.on('pageerror', (error) => page.wrongs.push(String(error)))
  page.on('console', (message) => {
    const expected = /Failed to load resource.*(401|403|404|409|410|422)|net::ERR_|GL Driver Message/.test(
      message.text(),
    )
    if (['error', 'warning'].includes(message.type()) && !expected) page.wrongs.push(message.text())
  })
  await page.addInitScript(
    ([wanted, spoken]) => {
      // A frame such as the PDF viewer's has no storage of its own.
      if (window !== window.top) return
      if (!sessionStorage.getItem('begun')) {
        localStorage.setItem('gigafibre.theme', wanted)
        localStorage.setItem('gigafibre.language', spoken)
        sessionStorage.setItem('begun', '1')
      }
    },
    [theme, language],
  )
  return page
}

/** What axe finds on the page, in short; empty when all is well. */
export async function findings(page) {
  // Through the debugger, which the page's policy doesn't bind.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact}) ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
  )
}

/** What stands out beyond the screen's width, by how many pixels; empty when the page fits. */
export function wider(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    // What scrolls inside a box of its own widens nothing.
    const boxed = (one) => {
      for (let box = one.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true
      }
      return false
    }
    const beyond = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1 && !boxed(one),
    )
    return beyond.map(
      (one) => `${one.tagName} ${one.className}: ${(one.textContent ?? '').trim().slice(0, 40)}`,
    )
  })
}

/** Keep a picture. */
export async function picture(page, name, options = {}) {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png`, ...options })
}
