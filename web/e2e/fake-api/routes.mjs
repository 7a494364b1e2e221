import {
  actions,
  aging,
  customers,
  dashboard,
  lists,
  parked,
  payments,
  preview,
  session,
  switches,
  trialBalance,
} from './data.mjs'
import { imported } from './import.mjs'

const PAGE = 50
const fold = (text) => text.normalize('NFD').replace(/[̀-ͯ]/g, '').toLowerCase()

function json(response, body, status = 200) {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(body === undefined ? '' : JSON.stringify(body))
}

async function bodyOf(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text ? JSON.parse(text) : {}
}

/** Filter, sort and cut rows as the server's lists do. */
function list(name, rows, url, searched, key = '') {
  const {
    q = '',
    sort = '',
    cursor = '0',
    limit = PAGE,
    only = '',
    ...filters
  } = Object.fromEntries(url.searchParams)
  delete filters.view
  // Days are what a report is asked for: no row has them.
  delete filters.from
  delete filters.to
  const keyOf = (row) => (key ? row[key] : String(rows.indexOf(row)))
  const named = only && rows.filter((row) => only.split(',').includes(keyOf(row)))
  let found = (named || rows).filter(
    (row) => !q || searched.some((field) => fold(String(row[field] ?? '')).includes(fold(q))),
  )
  for (const [field, wanted] of Object.entries(filters)) {
    found = found.filter((row) =>
      field === 'overdue' ? Number(row.overdue) > 0 : String(row[field]) === wanted,
    )
  }
  const field = sort.replace('-', '')
  const sign = sort.startsWith('-') ? -1 : 1
  if (field) {
    const key = (row) => (row[field] === null ? '' : row[field])
    found = [...found].sort(
      (a, b) =>
        sign * (Number(key(a)) - Number(key(b)) || fold(String(key(a))).localeCompare(fold(String(key(b))))),
    )
  }
  const start = Number(cursor)
  const end = start + Number(limit)
  const sum = (field) =>
    (found.reduce((total, row) => total + Math.round(Number(row[field]) * 100), 0) / 100).toFixed(2)
  const summed = lists[name].columns.filter(({ total }) => total).map((column) => column.name)
  return {
    items: found.slice(start, end),
    keys: found.slice(start, end).map(keyOf),
    next_cursor: end < found.length ? String(end) : null,
    count: found.length,
    count_exact: true,
    totals: Object.fromEntries(summed.map((field) => [field, sum(field)])),
  }
}

/** The day's figures as the platform gives them to who may not see the company's: his work alone. */
function dashboardOf({ permissions }) {
  if (!permissions || permissions.includes('reports.read')) return dashboard
  const { today, jobs, issues, todo } = dashboard
  const nothing = Object.fromEntries(Object.keys(dashboard).map((part) => [part, null]))
  return { ...nothing, today, jobs, issues, todo }
}

const routes = {
  'GET /who-may': () => [[{ permission: 'payments.record', roles: ['Administrateur', 'Facturation'] }]],
  'GET /session': (_, state) =>
    state.loggedIn ? [sessionOf(state)] : [{ code: 'not_authenticated', message: '' }, 401],
  'GET /session/ways': () => [{ openid: '' }],
  'DELETE /session': (_, state) => ((state.loggedIn = false), [undefined, 204]),
  'GET /customers': (url) => [list('customers', customers, url, ['name', 'number', 'city'])],
  'GET /parked-work': (url, state) => [
    list('parked', parked.slice(0, state.parkedCount), url, ['error', 'what', 'subject'], 'work'),
  ],
  'GET /lists/parked': () => [lists.parked],
  'GET /dashboard': (_, state) => [dashboardOf(state)],
  'GET /ledger/aging': () => [aging],
  'GET /ledger/trial-balance': () => [trialBalance],
  'GET /lists/trial_balance': () => [lists.trialBalance],
  'GET /reports/trial-balance': (url) => [
    list(
      'trialBalance',
      trialBalance.rows.map(({ number, ...row }) => ({ account: number, ...row })),
      url,
      ['name', 'account'],
    ),
  ],
  'GET /actions': (_, state) => [
    actions.map((each) => ({ ...each, allowed: !(state.lacking ?? []).includes(each.permission) })),
  ],
  'GET /notices': () => [
    {
      items: [
        {
          id: 1,
          kind: 'run',
          text: 'La facturation du 1 déc. est prête',
          at: '2026-11-20T15:10:00Z',
          url: '/',
          read: false,
        },
      ],
      unread: 1,
      next_cursor: null,
    },
  ],
  'GET /payments': (url) => [list('payments', payments, url, ['customer_name', 'number'])],
  'GET /imports/7': () => [imported],
  'GET /switches': () => [{ items: switches }],
  'GET /lists/customers': () => [lists.customers],
  'GET /lists/customers/views': (_url, state) => [{ items: state.views ?? [], first: '', may_share: false }],
  'GET /lists/payments': () => [lists.payments],
  'GET /search': (url) => {
    const q = fold(url.searchParams.get('q') ?? '')
    const found = customers.filter(({ name }) => fold(name).includes(q)).slice(0, 8)
    const items = found.map((row) => ({
      kind: 'customer',
      kind_label: 'Client',
      number: row.number,
      title: row.name,
      subtitle: row.city,
      url: `/customers/${row.number}`,
      status: row.status,
      amount: row.balance,
      overdue: row.overdue,
      overdue_days: row.overdue_days,
      customer: row.number,
      matched: { field: 'name', label: 'Nom', text: row.name },
    }))
    return [{ items, took_ms: 7 }]
  },
}

/** Who is logged in, as this test's server remembers him. */
function sessionOf(state) {
  const user = { ...session.user, ...state.session }
  return { ...session, user, permissions: state.permissions ?? session.permissions }
}

/** Answer one request of the fake API. */
export async function answer(request, response, url, state) {
  const path = url.pathname.slice('/api/v1'.length)
  if (state.down) return void request.socket.destroy()
  if (state.slow) await new Promise((done) => setTimeout(done, state.slow))
  if (path === '/live') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 200\n\n')
    state.streams = [...(state.streams ?? []), response]
    return
  }
  if (request.method === 'POST' && path === '/session') {
    const { username, password } = await bodyOf(request)
    if (username !== 'maude' || password !== 'maude')
      return json(response, { code: 'wrong_credentials', message: 'Nom ou mot de passe inconnu.' }, 401)
    state.loggedIn = true
    response.setHeader('set-cookie', 'csrftoken=fake; Path=/')
    return json(response, sessionOf(state))
  }
  if (!path.startsWith('/session') && !state.loggedIn)
    return json(response, { code: 'not_authenticated', message: '' }, 401)
  if (request.method === 'PATCH' && path === '/session') {
    state.session = { ...state.session, ...(await bodyOf(request)) }
    return json(response, sessionOf(state))
  }
  if (request.method === 'POST' && state.refuse) return json(response, state.refuse, 422)
  if (request.method === 'POST' && path.endsWith('/preview')) return json(response, preview)
  if (request.method === 'POST' && path.startsWith('/actions/')) {
    const done = {
      name: path.slice('/actions/'.length),
      body: await bodyOf(request),
      key: request.headers['idempotency-key'],
    }
    state.done = [...(state.done ?? []), done]
    if (done.name === 'identity.save_view') {
      const id = (state.views ?? []).length + 1
      const { name: label, filters, sort, columns, shared } = done.body
      const kept = {
        id,
        name: `v${id}`,
        label,
        filters,
        sort,
        columns,
        shared,
        owner: '',
        mine: true,
        may_change: true,
      }
      state.views = [...(state.views ?? []), kept]
      return json(response, { result: id, run: '0', replayed: false })
    }
    return json(response, { result: null, run: '0', replayed: false })
  }
  const route = routes[`${request.method} ${path}`]
  if (!route) return json(response, { code: 'not_found', message: 'Introuvable.' }, 404)
  const [body, status] = route(url, state)
  json(response, body, status)
}
