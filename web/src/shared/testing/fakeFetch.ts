import { vi } from 'vitest'

/** One request that the code under test made. */
export interface Asked {
  method: string
  path: string
  query: Record<string, string>
  headers: Headers
  body: unknown
}

type Answer = unknown | ((asked: Asked) => unknown)

/** An answer with a status of its own, such as a refusal. */
export class Status {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {}
}

/** Nobody answers. */
export const SILENCE = new Error('no network')

/** Put a server of canned answers, `{'GET /customers': …}`, in the place of fetch; returns what was asked of it. */
export function fakeFetch(answers: Record<string, Answer>): Asked[] {
  const log: Asked[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url)
    const text = request.method === 'GET' ? '' : await request.text()
    const asked: Asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: text ? (JSON.parse(text) as unknown) : null,
    }
    log.push(asked)
    const found = answers[`${asked.method} ${asked.path}`]
    const answer = typeof found === 'function' ? (found as (asked: Asked) => unknown)(asked) : found
    if (answer === SILENCE) throw new TypeError('Failed to fetch')
    if (answer === undefined) return json(404, { code: 'not_found', message: asked.path, details: [] })
    return answer instanceof Status ? json(answer.status, answer.body) : json(200, answer)
  })
  return log
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
