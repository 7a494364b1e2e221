import { expect, it } from 'vitest'
import { fakeFetch, SILENCE, Status } from '@/shared/testing/fakeFetch'
import { answer, api, idempotencyKey, onSessionEnd, reachable } from './client'
import { asRefusal, Refusal } from './refusal'

it('sends language and CSRF token, the token with writes only', async () => {
  document.cookie = 'csrftoken=abc%3D'
  const log = fakeFetch({ 'GET /actions': [], 'POST /session': {} })
  await api.GET('/actions')
  await api.POST('/session', { body: { username: 'a', password: 'b' } })
  expect(log.map(({ headers }) => headers.get('X-CSRFToken'))).toEqual([null, 'abc='])
  expect(log[0]?.headers.get('Accept-Language')).toBe('fr-CA')
})

it('throws what the server refused, with its fields', async () => {
  fakeFetch({
    'POST /session': new Status(422, {
      code: 'invalid_input',
      message: 'Non.',
      details: [{ field: 'username', code: 'short', message: 'Trop court.' }],
    }),
  })
  const refusal = asRefusal(
    await api.POST('/session', { body: { username: '', password: '' } }).catch((e: unknown) => e),
  )
  expect([refusal.status, refusal.code, refusal.message]).toEqual([422, 'invalid_input', 'Non.'])
  expect([refusal.about('username'), refusal.about('password')]).toEqual(['Trop court.', null])
})

it('makes a refusal of an answer that is not ours', async () => {
  fakeFetch({ 'GET /actions': new Status(502, 'Bad gateway') })
  await expect(api.GET('/actions')).rejects.toMatchObject({ status: 502, code: 'http_502' })
})

it('knows when nobody answers, and when somebody does again', async () => {
  fakeFetch({ 'GET /actions': SILENCE })
  await expect(api.GET('/actions')).rejects.toMatchObject({ status: 0, code: 'unreachable' })
  expect(reachable.value).toBe(false)
  fakeFetch({ 'GET /actions': [] })
  expect(await answer(api.GET('/actions'))).toEqual([])
  expect(reachable.value).toBe(true)
})

it('tells that the session ended, but not for the question who is logged in', async () => {
  fakeFetch({
    'GET /actions': new Status(401, { code: 'not_logged_in' }),
    'GET /session': new Status(401, { code: 'not_logged_in' }),
  })
  let told = 0
  const stop = onSessionEnd(() => told++)
  await api.GET('/session').catch(() => undefined)
  expect(told).toBe(0)
  await api.GET('/actions').catch(() => undefined)
  expect(told).toBe(1)
  stop()
})

it('makes keys that never repeat', () => {
  const keys = new Set(Array.from({ length: 100 }, idempotencyKey))
  expect(keys.size).toBe(100)
  expect([...keys][0]).toMatch(/^[0-9a-f]{32}$/)
})

it('calls anything else unexpected', () => {
  expect(asRefusal(new TypeError('x'))).toBeInstanceOf(Refusal)
  expect(asRefusal('x').code).toBe('unexpected')
})
