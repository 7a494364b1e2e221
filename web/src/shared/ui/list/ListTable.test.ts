import { expect, it } from 'vitest'
import { mountWith } from '@/shared/testing/mountWith'
import ListTable from './ListTable.vue'

const show = (more: Record<string, unknown> = {}) =>
  mountWith(ListTable, {
    props: {
      rows: [{ customer: 'C-1' }],
      columns: [
        {
          name: 'customer',
          label: 'Client',
          kind: 'text',
          sort: false,
          total: false,
          off: false,
          options: [],
        },
      ],
      keyOf: (row: object) => (row as { customer: string }).customer,
      to: () => null,
      cursor: -1,
      sort: '',
      label: 'Âge des comptes',
      ...more,
    },
  })

it('has boxes where rows are ticked, none where ticking does nothing', async () => {
  const { wrapper: list } = await show({ isTicked: () => false })
  expect(list.findAll('.tick-cell')).toHaveLength(2)
  const { wrapper: report } = await show()
  expect(report.findAll('.tick-cell')).toHaveLength(0)
})
