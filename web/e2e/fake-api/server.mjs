/** The front end's own server for tests and development: the built files under the production CSP, and a small API. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answer } from './routes.mjs'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'"

function page() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const entry = manifest['src/ops/main.ts']
  const imports = (entry.imports ?? []).map((key) => manifest[key].file)
  const font = (name) => manifest[Object.keys(manifest).find((key) => key.endsWith(`${name}.woff2`))].file
  return `<!doctype html><html lang="fr-CA"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Gigafibre</title>
${['inter-latin-wght-normal', 'jetbrains-mono-latin-wght-normal'].map((f) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/static/${font(f)}">`).join('')}
${(entry.css ?? []).map((href) => `<link rel="stylesheet" href="/static/${href}">`).join('')}
${imports.map((href) => `<link rel="modulepreload" href="/static/${href}">`).join('')}
<script type="module" src="/static/${entry.file}"></script></head><body><div id="app" data-base="/"></div></body></html>`
}

/** Start on a free port; `state` lets a test change what the server holds (session, failures). */
export async function startFake({ port = 0, state = {} } = {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://fake')
    if (url.pathname.startsWith('/static/')) {
      try {
        const path = normalize(join(dist, url.pathname.slice('/static/'.length)))
        if (!path.startsWith(dist)) throw new Error('outside')
        const bytes = readFileSync(path)
        response
          .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
          .end(bytes)
      } catch {
        response.writeHead(404).end()
      }
      return
    }
    if (url.pathname.startsWith('/api/v1/')) return answer(request, response, url, state)
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp })
      .end(page())
  })
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    state,
    /** Tell every open page that something changed. */
    tell: (event) => state.streams?.forEach((stream) => stream.write(`data: ${JSON.stringify(event)}\n\n`)),
    dropStreams: () => state.streams?.splice(0).forEach((stream) => stream.destroy()),
    stop: () => (server.closeAllConnections(), new Promise((done) => server.close(done))),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startFake({ port: Number(process.env.PORT ?? 5180), state: { loggedIn: false } })
  process.stdout.write(`${url}\n`)
}
