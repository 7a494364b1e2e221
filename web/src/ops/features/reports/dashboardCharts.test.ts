import { expect, test } from 'vitest'
import { daysOf, movesOf, within } from './dashboardCharts'

test('a month is from its first to its last day', () => {
  expect(daysOf('2026-11-01')).toEqual(['2026-11-01', '2026-11-30'])
  expect(daysOf('2028-02-01')).toEqual(['2028-02-01', '2028-02-29'])
})

test('a point opens its list between the days of its month', () => {
  expect(within('2026-10-01', '/planned-changes', 'on', '&state=applied')).toBe(
    '/planned-changes?on_from=2026-10-01&on_to=2026-10-31&state=applied',
  )
})

test('a move opens who moved in its month', () => {
  expect(movesOf('2026-10-01', '&kind=down')).toBe(
    '/recurring-moves?view=all&month_from=2026-10-01&month_to=2026-10-01&kind=down',
  )
})
