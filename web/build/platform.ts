import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'

/** Where `npm run dev` finds the platform: the one that `make run` started with the same PORT. */
const PLATFORM = `http://127.0.0.1:${process.env.PORT ?? '8000'}`

/** The page as the platform serves it, with the sources in the place of what was built of them. */
export function fromSources(page: string): string {
  return page
    .replace(/\s*<link\b[^>]*\/static\/[^>]*>/g, '')
    .replace(/\s*<script\b[^>]*\/static\/[^>]*><\/script>/g, '')
    .replace(
      '</head>',
      '  <script type="module" src="/static/@vite/client"></script>\n' +
        '    <script type="module" src="/static/src/ops/main.ts"></script>\n  </head>',
    )
}

/**
 * Hot reload: Vite serves the sources under `/static/`, everything else is the running platform's: its page, its API,
 * its files. So the browser sees one address, the cookies are the platform's, and the platform needs no second mode.
 */
export function platform(): Plugin {
  return {
    name: 'gigafibre:platform',
    apply: 'serve',
    config: () => ({
      server: {
        proxy: {
          '^/(?!static/)': {
            target: PLATFORM,
            selfHandleResponse: true,
            configure(proxy) {
              proxy.on('proxyRes', (answer, _, response) => passOn(answer, response))
              proxy.on('error', (_, __, response) => {
                if (!('writeHead' in response) || response.headersSent) return
                response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' })
                response.end(
                  `${PLATFORM} doesn't answer: start the platform beside this, \`make run\` with the same PORT.\n`,
                )
              })
            },
          },
        },
      },
    }),
    configureServer(server) {
      server.printUrls = () => {
        const { port } = server.config.server
        server.config.logger.info(
          `  Sources with hot reload:  http://localhost:${port}/  (the platform: ${PLATFORM})`,
        )
      }
    },
  }
}

function passOn(answer: IncomingMessage, response: ServerResponse): void {
  const headers = { ...answer.headers }
  if (!headers['content-type']?.startsWith('text/html')) {
    response.writeHead(answer.statusCode ?? 502, headers)
    answer.pipe(response)
    return
  }
  // What is built runs under a strict policy; Vite's styles and socket wouldn't.
  delete headers['content-security-policy']
  delete headers['content-length']
  const parts: Buffer[] = []
  answer.on('data', (part: Buffer) => parts.push(part))
  answer.on('end', () => {
    const page = Buffer.concat(parts).toString()
    response.writeHead(answer.statusCode ?? 502, headers)
    response.end(page.includes('id="app"') ? fromSources(page) : page)
  })
}
