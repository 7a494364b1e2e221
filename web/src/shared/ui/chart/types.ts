/** How a series is coloured, by a name of the theme. */
export type ChartTone = 'accent' | 'accent-line' | 'ink-3' | 'line-2' | 'good' | 'warn' | 'bad' | 'info'

/** One series over the months of a chart: a value for each, as it is drawn and as it is said. */
export interface ChartSeries {
  name: string
  kind: 'line' | 'bar'
  tone: ChartTone
  /** Places on screen, not money. */
  values: number[]
  texts: string[]
  /** Bars of one stack stand on each other, below the line where they are negative. */
  stack?: string
  /** The list behind each value; none where there is none. */
  to?: (string | null)[]
}

/** What stands under the points of a chart: short on the axis, whole in the tooltip and the table. */
export interface ChartPlace {
  short: string
  long: string
}
