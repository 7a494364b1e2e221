import { afterEach, expect, it, vi } from 'vitest'
import {
  dayOf,
  daysBetween,
  firstOfMonth,
  formatAgo,
  formatDay,
  formatInstant,
  formatTime,
  formatWeekday,
  instantAt,
  today,
} from './dates'

afterEach(() => vi.useRealTimers())

it('counts its days in Toronto, wherever the browser is', () => {
  vi.useFakeTimers({ now: new Date('2026-12-01T03:30:00Z') })
  expect(today()).toBe('2026-11-30')
  expect([firstOfMonth(today()), firstOfMonth(today(), 1), firstOfMonth(today(), 2)]).toEqual([
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
  ])
})

it.each([
  ['2026-11-21', '21 nov. 2026', 'Nov 21, 2026'],
  ['2019-03-14', '14 mars 2019', 'Mar 14, 2019'],
  ['2027-02-28', '28 f\u00e9vr. 2027', 'Feb 28, 2027'],
  ['2026-09-01', '1 sept. 2026', 'Sep 1, 2026'],
  // An evening in Montréal is already tomorrow in UTC.
  ['2026-12-01T03:30:00Z', '30 nov. 2026', 'Nov 30, 2026'],
])('writes %s as people do', (value, fr, en) => {
  expect(formatDay(value, 'fr')).toBe(fr)
  expect(formatDay(value, 'en')).toBe(en)
})

it('leaves the year out when asked', () => {
  expect(formatDay('2026-12-04', 'fr', { year: false })).toBe('4 d\u00e9c.')
  expect(formatDay('2026-12-04', 'en', { year: false })).toBe('Dec 4')
})

it('tells the company\u2019s time', () => {
  expect(formatTime('2026-11-30T15:42:58Z')).toBe('10:42')
  expect(formatTime('2026-07-01T15:42:58Z', { seconds: true })).toBe('11:42:58')
  expect(formatInstant('2026-11-30T15:42:58Z', 'fr')).toBe('30 nov. 2026, 10:42')
})

it('names the day of the week', () => {
  expect(formatWeekday('2026-11-30', 'fr')).toBe('lundi 30 nov. 2026')
  expect(formatWeekday('2026-11-30', 'en')).toBe('Monday, Nov 30, 2026')
})

it('counts days across a change of hour', () => {
  expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
  expect(daysBetween('2026-12-01T03:30:00Z', '2026-12-04')).toBe(4)
  expect(dayOf('2026-12-01T03:30:00Z')).toBe('2026-11-30')
})

it('says how long ago', () => {
  const now = new Date('2026-11-30T15:42:00Z')
  expect(formatAgo('2026-11-30T13:42:00Z', 'fr', now)).toBe('il y a 2\u00a0h')
  expect(formatAgo('2026-11-30T15:41:20Z', 'en', now)).toMatch(/^40 sec/)
})

it('finds the moment at which the company’s clock shows an hour, in winter and in summer', () => {
  expect(instantAt('2026-11-21', '08:30')).toBe('2026-11-21T13:30:00.000Z')
  expect(instantAt('2026-07-01', '08:30')).toBe('2026-07-01T12:30:00.000Z')
  expect(instantAt('2026-12-31', '23:15')).toBe('2027-01-01T04:15:00.000Z')
  // The clocks go forward at two on 8 March, back at two on 1 November.
  expect(instantAt('2026-03-08', '01:30')).toBe('2026-03-08T06:30:00.000Z')
  expect(instantAt('2026-03-08', '03:30')).toBe('2026-03-08T07:30:00.000Z')
  expect(instantAt('2026-11-01', '03:30')).toBe('2026-11-01T08:30:00.000Z')
})
