import { describe, expect, it } from 'vitest'
import { formatMoney, formatNumber, isNegative, isZero } from './money'

describe('formatMoney', () => {
  it.each([
    ['1234.56', '1\u00a0234,56\u00a0$', '$1,234.56'],
    ['0.00', '0,00\u00a0$', '$0.00'],
    ['-5.93', '\u22125,93\u00a0$', '\u2212$5.93'],
    ['786172.93', '786\u00a0172,93\u00a0$', '$786,172.93'],
    [
      '12345678901234567.89',
      '12\u00a0345\u00a0678\u00a0901\u00a0234\u00a0567,89\u00a0$',
      '$12,345,678,901,234,567.89',
    ],
    ['0.0125', '0,0125\u00a0$', '$0.0125'],
    ['74.9500', '74,95\u00a0$', '$74.95'],
    ['-0.00', '0,00\u00a0$', '$0.00'],
    ['100', '100,00\u00a0$', '$100.00'],
  ])('writes %s', (amount, fr, en) => {
    expect(formatMoney(amount, 'fr')).toBe(fr)
    expect(formatMoney(amount, 'en')).toBe(en)
  })

  it('marks what is added when asked', () => {
    expect(formatMoney('15.00', 'fr', { sign: true })).toBe('+15,00\u00a0$')
    expect(formatMoney('0.00', 'fr', { sign: true })).toBe('0,00\u00a0$')
    expect(formatMoney('-15.00', 'en', { sign: true })).toBe('\u2212$15.00')
  })

  it.each(['', 'abc', '1e3', '1,5', '1.23456', 'NaN'])('refuses %s', (amount) => {
    expect(() => formatMoney(amount, 'fr')).toThrow(RangeError)
  })
})

it('knows nothing and less than nothing', () => {
  expect([isZero('0.00'), isZero('-0.00'), isZero('0.01')]).toEqual([true, true, false])
  expect([isNegative('-0.01'), isNegative('-0.00'), isNegative('1')]).toEqual([true, false, false])
})

it('writes counts', () => {
  expect(formatNumber(21876, 'fr')).toBe('21\u00a0876')
  expect(formatNumber(-21876, 'en')).toBe('\u221221,876')
  expect(formatNumber('99.3', 'fr')).toBe('99,3')
})
