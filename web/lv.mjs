import { chromium } from 'playwright-core'
const [,, user, password, out, number] = process.argv
const base='http://127.0.0.1:8120'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--no-first-run','--disable-sync'] })
const c = await b.newContext({ viewport: { width: Number(process.env.W||1366), height: Number(process.env.H||768) }, locale: process.env.L||'fr-CA', colorScheme: process.env.S||'light' })
const p = await c.newPage()
p.on('console', m => { if (m.type()==='error') console.log('console', m.text()) })
p.on('pageerror', e => console.log('pageerror', e.message))
p.on('response', r => { if (r.status() >= 400) console.log(r.status(), r.url()) })
await p.goto(base + '/'); await p.waitForTimeout(1500)
await p.fill('input[name=username], input[autocomplete=username]', user)
await p.fill('input[type=password]', password); await p.keyboard.press('Enter'); await p.waitForTimeout(2500)
if (number==='find') { const r = await p.evaluate(async()=> (await (await fetch('/api/v1/equipment?limit=200')).json())); console.log(JSON.stringify(r.items.filter(x=>x.customer).slice(0,12).map(x=>[x.number,x.customer,x.location,x.kind]))); await b.close(); process.exit() }
await p.goto(base + '/customers/' + number); await p.waitForTimeout(3000)
const en = (process.env.L||'').startsWith('en')
globalThis.x=1; const scr = async n => p.screenshot({ path: `${out}-${n}.png` })
if (p.viewportSize().width < 600) await scr("phone"); const bt = p.getByRole('button', { name: en ? (process.env.MOVE?'Move':'Leave') : (process.env.MOVE?'Déménager':'Départ'), exact: true }).first(); await bt.waitFor(); await bt.scrollIntoViewIfNeeded(); await scr('place')
if (process.env.ONLY) { await b.close(); process.exit() }
await bt.click(); await p.waitForTimeout(1500)
const day = process.env.DAY
if (day) { const d = p.locator('dialog input, [role=dialog] input').filter({ hasNot: p.locator('[type=checkbox]') }).first(); await d.fill(day); await p.keyboard.press('Tab') }
const area = p.locator('[role=dialog] textarea, dialog textarea').last()
if (await area.count()) await area.fill('Déménage en ville'); 
else await p.getByLabel(en?'Reason':'Motif').fill('Déménage en ville')
await p.waitForTimeout(4000); await scr('leave')
const pv = p.locator('[role=dialog], dialog').first()
console.log((await pv.innerText()).slice(0,4500))
if (process.env.ACT) { await p.keyboard.press('Control+Enter'); await p.waitForTimeout(3500); await scr('after') }
await b.close()
