import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const [,, base, out, ...links] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--no-first-run','--disable-sync'] })
async function page(js = true, scheme = 'light', locale='fr-CA') {
  const c = await b.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true, locale, colorScheme: scheme, javaScriptEnabled: js, bypassCSP: false })
  const p = await c.newPage()
  p.on('console', m => { if (m.type()==='error') console.log('console', m.text()) })
  p.on('pageerror', e => console.log('pageerror', e.message))
  p.on('response', r => { if (r.status() >= 400) console.log(r.status(), r.url()) })
  return p
}
async function check(p, name) {
  const cdp = await p.context().newCDPSession(p)
  // axe through the debugger, so the page's own policy stays as it is
  await cdp.send('Runtime.evaluate', { expression: axe })
  const r = await cdp.send('Runtime.evaluate', { expression: "axe.run(document).then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0,80))])))", awaitPromise: true, returnByValue: true })
  console.log(name, 'axe', r.result.value)
  console.log(name, 'overflow', await p.evaluate(() => document.documentElement.scrollWidth - innerWidth))
}
const [sign, sign2, quote] = links
const p = await page()
await p.goto(base + sign); await p.screenshot({ path: `${out}-sign-fr.png`, fullPage: true }); await check(p, 'sign fr')
await p.tap('button[name=language]'); await p.waitForTimeout(500); await p.screenshot({ path: `${out}-sign-en.png`, fullPage: true }); await check(p, 'sign en')
await p.tap('input[name=agreed]'); await p.fill('#name', 'Sarah MacLeod')
await p.locator('#pad').scrollIntoViewIfNeeded()
const box = await p.locator('#pad').boundingBox()
const cdp = await p.context().newCDPSession(p)
const at = (x, y) => [{ x: box.x + x * box.width, y: box.y + y * box.height }]
await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(.15, .5) })
for (let i = 1; i <= 20; i++) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(.15 + i * .03, .5 + Math.sin(i) * .3) })
await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
await p.screenshot({ path: `${out}-drawn.png` })
await p.tap('#sign button.wide'); await p.waitForTimeout(3000); await p.screenshot({ path: `${out}-signed-en.png`, fullPage: true }); await check(p, 'signed')
const q = await page(false, 'dark')
await q.goto(base + sign2); await q.screenshot({ path: `${out}-nojs-dark.png`, fullPage: true })
await q.tap('input[name=agreed]'); await q.fill('#name', 'Sylvie Tremblay'); await q.tap('#sign button.wide'); await q.waitForTimeout(3000); await q.screenshot({ path: `${out}-nojs-signed.png`, fullPage: true })
const r = await page(true, 'light')
await r.goto(base + quote); await r.screenshot({ path: `${out}-quote-fr.png`, fullPage: true }); await check(r, 'quote')
await r.tap('input[name=agreed]'); await r.fill('#name', 'Jean Roy'); await r.tap('button[value=accept]'); await r.waitForTimeout(1000); await r.screenshot({ path: `${out}-quote-accepted.png`, fullPage: true })
const v = await page(true, 'dark', 'en-CA'); await v.goto(base + '/verify'); await v.screenshot({ path: `${out}-verify-en.png` }); await check(v, 'verify')
await v.goto(base + '/sign/forged'); await v.screenshot({ path: `${out}-refused-en.png` }); await check(v, 'refused')
await b.close()
