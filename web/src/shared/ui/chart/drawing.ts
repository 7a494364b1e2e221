import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { wornColours } from '../worn'
import type { ChartPlace, ChartSeries } from './types'

use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer])

export { init }

/** What a chart is drawn from. */
export interface Drawing {
  places: ChartPlace[]
  series: ChartSeries[]
  /** How a value is written on the axis. */
  onAxis: (value: number) => string
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

function said({ places, series }: Drawing, at: number, colour: (name: string) => string): string {
  const lines = series.map(
    ({ name, tone, texts }) =>
      `<div style="display:flex;gap:8px;align-items:center"><i style="width:7px;height:7px;border-radius:9px;background:${colour(tone)}"></i>` +
      `<span>${escaped(name)}</span><b style="margin-left:auto">${escaped(texts[at] ?? '')}</b></div>`,
  )
  return `<b>${escaped(places[at]?.long ?? '')}</b>${lines.join('')}`
}

/** Return what ECharts draws of it, in the colours that the element wears. */
export function optionOf(drawing: Drawing, element: HTMLElement): EChartsCoreOption {
  const colour = wornColours(element)
  const { fontFamily } = getComputedStyle(element)
  const { places, series } = drawing
  const last = places.length - 1
  const words = { color: colour('ink-3'), fontSize: 11, fontFamily }
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 250,
    grid: {
      left: 2,
      right: 10,
      top: 10,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: series[0]?.kind === 'line' ? 'line' : 'shadow' },
      backgroundColor: colour('raised'),
      borderColor: colour('line-2'),
      textStyle: { color: colour('ink'), fontSize: 12, fontFamily },
      formatter: (points: { dataIndex: number }[]) => said(drawing, points[0]?.dataIndex ?? 0, colour),
    },
    xAxis: {
      type: 'category',
      data: places.map(({ short }) => short),
      boundaryGap: series.some(({ kind }) => kind === 'bar'),
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: colour('line-2') } },
      axisLabel: { ...words, interval: (at: number) => (last - at) % 2 === 0, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      scale: series.every(({ kind }) => kind === 'line'),
      splitNumber: 4,
      axisLabel: { ...words, formatter: (value: number) => drawing.onAxis(value) },
      splitLine: { lineStyle: { color: colour('line') } },
    },
    series: series.map((one) =>
      one.kind === 'line'
        ? {
            type: 'line',
            name: one.name,
            data: one.values,
            color: colour(one.tone),
            symbol: 'circle',
            symbolSize: 7,
            showSymbol: false,
            lineStyle: { width: 2 },
            areaStyle: { color: colour('accent-soft'), opacity: 0.7 },
          }
        : {
            type: 'bar',
            name: one.name,
            data: one.values,
            stack: one.stack,
            color: colour(one.tone),
            barMaxWidth: 16,
            barGap: '12%',
            itemStyle: { borderRadius: 2 },
          },
    ),
  }
}
