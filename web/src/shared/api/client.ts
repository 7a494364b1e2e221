import createClient, { type Middleware } from 'openapi-fetch'
import { ref } from 'vue'
import type { paths } from './paths'
import { Refusal, refusalFrom } from './refusal'

type Listener = () => void
const whenSessionEnds = new Set<Listener>()

/** False while nobody answers; true again at the first answer. */
export const reachable = ref(true)

/** What the server says while its database is away, and since when; empty while it answers. */
export const databaseAway = ref('')

/** Be told when the server no longer knows us; returns what stops it. */
export function onSessionEnd(listener: Listener): Listener {
  whenSessionEnds.add(listener)
  return () => whenSessionEnds.delete(listener)
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
}

const courtesy: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang || 'fr')
    if (request.method !== 'GET')
      request.headers.set('X-CSRFToken', cookie('__Host-csrftoken') || cookie('csrftoken'))
    return request
  },
  async onResponse({ response, schemaPath }) {
    reachable.value = true
    if (response.ok) {
      databaseAway.value = ''
      return response
    }
    if (response.status === 401 && schemaPath !== '/session') whenSessionEnds.forEach((tell) => tell())
    const refusal = await refusalFrom(response)
    if (refusal.code === 'database_unavailable') databaseAway.value = refusal.message
    throw refusal
  },
  onError({ error }) {
    if (error instanceof Refusal || (error instanceof DOMException && error.name === 'AbortError')) return
    reachable.value = false
    return new Refusal(0, 'unreachable', '')
  },
}

/** The typed client of `/api/v1`: a refused request throws a `Refusal`, so `data` is always there. */
export const api = createClient<paths>({
  baseUrl: '/api/v1',
  // Looked up at each call, so that a test can put its own in place.
  fetch: (request) => globalThis.fetch(request),
})
api.use(courtesy)

/** Whether the server can work again, as it tells whoever sends people to it. */
export async function databaseAnswers(): Promise<boolean> {
  const answer = await globalThis.fetch('/readyz').catch(() => undefined)
  return answer?.ok === true
}

/** The answer's body; a refused request has thrown before. */
export async function answer<Data>(request: Promise<{ data?: Data }>): Promise<Data> {
  return (await request).data as Data
}

/** A fresh idempotency key; also where `crypto.randomUUID` is missing (plain http on a local network). */
export function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

/** Send a form and be told how much of it is gone (0 to 1), which `fetch` can't say; throws a `Refusal` as the client does. */
export function sendForm<Answer>(
  path: string,
  form: FormData,
  told: (share: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1${path}`)
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'fr')
    request.setRequestHeader('X-CSRFToken', cookie('csrftoken'))
    request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0)
    request.onerror = () => {
      reachable.value = false
      reject(new Refusal(0, 'unreachable', ''))
    }
    request.onload = () => {
      reachable.value = true
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as Answer)
      if (request.status === 401) whenSessionEnds.forEach((tell) => tell())
      void refusalFrom(new Response(request.responseText, { status: request.status })).then(reject)
    }
    request.send(form)
  })
}
