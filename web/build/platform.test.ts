import { expect, it } from 'vitest'
import { fromSources } from './platform.ts'

it('puts the sources in the place of what was built, and leaves the rest of the page', () => {
  const page = `<!doctype html>
<html lang="fr">
  <head>
    <title>Gigafibre</title>
    <link rel="preload" href="/static/assets/inter-Dx4kXJAl.woff2" as="font" type="font/woff2" crossorigin>
    <link  rel="stylesheet" href="/static/assets/ops-CiXP7ZsW.css" />
<script type="module" crossorigin="" src="/static/assets/ops-UIU1UEfK.js"></script>
<link href="/static/assets/parts-nsqJ2lYO.js" type="text/javascript" rel="modulepreload" as="script" />
  </head>
  <body>
    <div id="app" data-base="/"></div>
  </body>
</html>`
  expect(fromSources(page)).toBe(`<!doctype html>
<html lang="fr">
  <head>
    <title>Gigafibre</title>
    <script type="module" src="/static/@vite/client"></script>
    <script type="module" src="/static/src/ops/main.ts"></script>
  </head>
  <body>
    <div id="app" data-base="/"></div>
  </body>
</html>`)
})
