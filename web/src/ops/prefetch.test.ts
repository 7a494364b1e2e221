import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { invoicePage } from './features/billing/useInvoice'
import { jobPage } from './features/dispatch/useDispatch'
import { customerPage } from './features/reports/useCustomer'
import { subscriptionPage } from './features/subscriptions/useSubscription'
import { issuePage } from './features/support/useIssues'
import { fakeFetch } from '@/shared/testing/fakeFetch'
import { runIn } from '@/shared/testing/mountWith'
import { usePrefetch } from '@/shared/api/usePrefetch'

it.each([
  ['invoices', invoicePage],
  ['jobs', jobPage],
  ['customers', customerPage],
  ['subscriptions', subscriptionPage],
  ['issues', issuePage],
] as const)('reads one of %s ahead once, where its page will look for it', async (list, page) => {
  const asked = fakeFetch({ [`GET /${list}/N-1`]: { number: 'N-1' } })
  const { result: prefetch, queries } = await runIn(() => usePrefetch(page as typeof jobPage))
  prefetch('N-1')
  prefetch('N-1')
  await flushPromises()
  prefetch('N-1')
  await flushPromises()
  expect(asked.map(({ path }) => path)).toEqual([`/${list}/N-1`])
  expect(queries.getQueryData([list, 'N-1', 'page'])).toEqual({ number: 'N-1' })
})
