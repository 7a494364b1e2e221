import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Dashboard } from '@/shared/api/types'
import { useFormat } from '@/shared/i18n/useFormat'
import type { ChartPlace, ChartSeries, ChartTone } from '@/shared/ui/chart/types'

// Money that came, as a day's figure counts it: no credit granted, no adjustment, nothing that went back.
export const CAME = 'card,pad,cheque,cash,transfer'
// A month's figure also takes off what went back.
const CAME_AND_WENT = `${CAME},reversal`
const MOVES: { kind: 'new' | 'returned' | 'up' | 'down' | 'churned'; tone: ChartTone }[] = [
  { kind: 'new', tone: 'accent' },
  { kind: 'returned', tone: 'info' },
  { kind: 'up', tone: 'accent-line' },
  { kind: 'down', tone: 'warn' },
  { kind: 'churned', tone: 'bad' },
]

/** First and last day of a month that is named by its first. */
export function daysOf(first: string): [string, string] {
  const [year, month] = first.split('-').map(Number)
  const days = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate()
  return [first, `${first.slice(0, 8)}${days}`]
}

/** The address of a list between the days of a month. */
export function within(first: string, list: string, day: string, more = ''): string {
  const [from, to] = daysOf(first)
  return `${list}?${day}_from=${from}&${day}_to=${to}${more}`
}

/** The address of whose recurring revenue moved in a month that is named by its first day. */
export function movesOf(first: string, more = ''): string {
  return `/recurring-moves?view=all&month_from=${first}&month_to=${first}${more}`
}

/** What the charts of the dashboard draw and say, each point with the list behind it. */
export function useDashboardCharts(given: MaybeRefOrGetter<Dashboard>) {
  const { t } = useI18n()
  const { money, month, monthOfYear, number } = useFormat()
  const found = computed(() => toValue(given))
  const placesOf = (points: { month: string }[]): ChartPlace[] =>
    points.map((point) => ({ short: month(point.month), long: monthOfYear(point.month) }))
  const amounts = (texts: string[]) => ({
    values: texts.map(Number),
    texts: texts.map((text) => money(text)),
  })

  const recurring = computed(() => {
    const points = found.value.recurring?.series ?? []
    const series: ChartSeries = {
      name: t('dashboard.recurring'),
      kind: 'line',
      tone: 'accent',
      ...amounts(points.map(({ amount }) => amount)),
      to: points.map((point, at) =>
        at === points.length - 1
          ? `/subscriptions?in_service_on=${found.value.today}`
          : `/subscriptions?in_service_on=${daysOf(point.month)[1]}`,
      ),
    }
    return { places: placesOf(points), series: [series] }
  })

  const moves = computed(() => {
    const points = found.value.moves ?? []
    const series = MOVES.map(({ kind, tone }): ChartSeries => {
      const told = points.map((point) => point[kind])
      return {
        name: t(`dashboard.${kind}`),
        kind: 'bar',
        tone,
        stack: 'moves',
        values: told.map(({ amount }) => Number(amount)),
        texts: told.map(({ amount, customers, services }) =>
          [
            t('dashboard.move', { amount: money(amount, { sign: true }), n: number(customers) }, customers),
            t('dashboard.services', { n: number(services) }, Math.abs(services)),
          ].join(', '),
        ),
        to: points.map((point) => movesOf(point.month, `&kind=${kind}`)),
      }
    })
    return { places: placesOf(points), series }
  })

  const movement = computed(() => {
    const points = found.value.movement ?? []
    const series: ChartSeries[] = [
      {
        name: t('dashboard.arrivals'),
        kind: 'bar',
        tone: 'accent',
        stack: 'people',
        values: points.map(({ arrived }) => arrived),
        texts: points.map(({ arrived }) => number(arrived)),
        to: points.map((point) => within(point.month, '/customers', 'since')),
      },
      {
        name: t('dashboard.departures'),
        kind: 'bar',
        tone: 'ink-3',
        stack: 'people',
        values: points.map(({ departed }) => -departed),
        texts: points.map(({ departed }) => number(departed)),
        to: points.map((point) => within(point.month, '/customers', 'ended_on')),
      },
    ]
    return { places: placesOf(points), series }
  })

  const cash = computed(() => {
    const points = found.value.money ?? []
    const series: ChartSeries[] = [
      {
        name: t('dashboard.money_invoiced'),
        kind: 'bar',
        tone: 'ink-3',
        ...amounts(points.map(({ invoiced }) => invoiced)),
        to: points.map((point) => within(point.month, '/invoices', 'date')),
      },
      {
        name: t('dashboard.money_received'),
        kind: 'bar',
        tone: 'accent',
        ...amounts(points.map(({ received }) => received)),
        to: points.map((point) => within(point.month, '/payments', 'date', `&mode=${CAME_AND_WENT}`)),
      },
    ]
    return { places: placesOf(points), series }
  })
  return { recurring, moves, movement, cash }
}
