import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { fakeFetch } from '@/shared/testing/fakeFetch'
import { runIn } from '@/shared/testing/mountWith'
import { useOfferPlace } from './useOfferPlace'

const MEANT = { drop: 'P-7', address: '12, rue Principale', city: 'Saint-Rémi', postal_code: 'J0L 2L0' }

it('keeps the address that was recognised whole, and else what was typed', async () => {
  fakeFetch({
    'GET /eligibility': ({ query }: { query: Record<string, string> }) =>
      query.q === '12 principale'
        ? { state: 'serviceable', address: MEANT, items: [MEANT], plans: [] }
        : { state: 'not_covered', address: null, items: [], plans: [] },
  })
  const { result } = await runIn(() => useOfferPlace(ref([])))
  result.where.value.address = '12 principale'
  expect(result.whole.value).toBe('12 principale')
  await vi.waitFor(() => expect(result.whole.value).toBe('12, rue Principale, Saint-Rémi J0L 2L0'))
  expect(result.where.value.address).toBe('12 principale')

  result.where.value.address = '1, chemin Inconnu, Ailleurs'
  expect(result.whole.value).toBe('1, chemin Inconnu, Ailleurs')
  await vi.waitFor(() => expect(result.found.value?.state).toBe('not_covered'))
  expect(result.whole.value).toBe('1, chemin Inconnu, Ailleurs')
})
