/** What an order needs before it begins, made by the API as the person logged in on a page. */

/** Do a verb; returns what it gave. */
export async function act(page, name, input) {
  const { status, body } = await page.evaluate(
    async ([verb, given]) => {
      const token = document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? ''
      const answer = await fetch(`/api/v1/actions/${verb}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-CSRFToken': decodeURIComponent(token),
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify(given),
      })
      return { status: answer.status, body: await answer.json() }
    },
    [name, input],
  )
  if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
  return body.result
}

/** Read something of the API. */
export async function read(page, path) {
  const answer = await page.request.get(new URL(`/api/v1${path}`, page.url()).href)
  if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`)
  return answer.json()
}

/** Upload a picture on a job; returns its key. */
export async function upload(page, job, picture) {
  return page.evaluate(
    async ([number, bytes]) => {
      const form = new FormData()
      const content = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))
      form.append('upload', new File([content], 'photo.png', { type: 'image/png' }))
      form.append('subject', `job:${number}`)
      const token = document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? ''
      const answer = await fetch('/api/v1/files', {
        method: 'POST',
        headers: { 'X-CSRFToken': decodeURIComponent(token) },
        body: form,
      })
      const told = await answer.json()
      if (!answer.ok) throw new Error(JSON.stringify(told))
      return told.id
    },
    [job, picture],
  )
}

/** Prepare the provider once: who signs its papers, what it sells, its texts, its fibre. */
export async function provider(page) {
  const settings = {
    'company.legal_name': 'Fibre du Haut-Saint-Laurent inc.',
    'company.name': 'Fibre HSL',
    'company.address': '12, rue du Pont, Saint-Anicet (Québec) J0S 1M0',
  }
  for (const [key, value] of Object.entries(settings)) await act(page, 'kernel.set_setting', { key, value })
  const item = (sku, fr, en, price, more) =>
    act(page, 'catalog.create_item', { sku, name_fr: fr, name_en: en, price, group: more.group, ...more })
  const group = (await read(page, '/items?limit=1')).items[0].group_code
  await item('E2E-NET', 'Fibre 500', 'Fibre 500', '60.00', {
    kind: 'recurring',
    service_kind: 'internet',
    group,
  })
  await item('E2E-TV', 'Télé de base', 'Basic TV', '15.00', { kind: 'recurring', service_kind: 'tv', group })
  await act(page, 'catalog.create_plan', {
    plan: 'E2E-DUO',
    name_fr: 'Duo 500',
    name_en: 'Duo 500',
    items: ['E2E-NET', 'E2E-TV'],
  })
  for (const [code, fr, en] of [
    ['service', 'Conditions du service', 'Terms of service'],
    ['cancellation', 'Résiliation', 'Cancellation'],
  ]) {
    await act(page, 'sales.write_legal_text', {
      code,
      title_fr: fr,
      title_en: en,
      body_fr: `${fr} : le client peut résilier en tout temps par un avis.`,
      body_en: `${en}: the customer may cancel at any time by notice.`,
    })
  }
  await act(page, 'network.add_olt', { name: 'OLT-E2E' })
}

/** A customer at an address that the fibre passes, with a device in stock for him. */
export async function household(page, { civic, name, language, phone }) {
  const [first_name, last_name] = name.split(' ')
  const place = { line1: `${civic}, chemin des Érables`, city: 'Havelock', postal_code: 'J0S 2C0' }
  const made = await act(page, 'crm.create_customer', {
    first_name,
    last_name,
    language,
    phone,
    phone_kind: 'mobile',
    email: `${first_name.toLowerCase()}@exemple.ca`,
    invoice_delivery: 'email',
    ...place,
  })
  const customer = made.number ?? made
  const page360 = await read(page, `/customers/${customer}`)
  const location =
    page360.locations?.items?.[0]?.number ??
    page360.locations?.[0]?.number ??
    (await act(page, 'crm.add_location', { customer, ...place }))
  const drop = await act(page, 'network.add_drop', {
    civic,
    street: 'chemin des Érables',
    city: 'Havelock',
    postal_code: 'J0S 2C0',
    state: 'serviceable',
  })
  await act(page, 'network.assign_port', { drop, olt: 'OLT-E2E', slot: 1, port: 1 })
  const serial = `48575443E2E000${civic.padStart(2, '0')}`
  await act(page, 'network.receive_equipment', { kind: 'ont', serial, stock_place: 'Entrepôt' })
  return { customer, location: location.number ?? location, drop, serial }
}
