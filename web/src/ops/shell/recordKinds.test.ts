import { expect, it } from 'vitest'
import { subjectOfPage } from './recordKinds'

it('names the record a page shows or changes', () => {
  expect(subjectOfPage('customer', { number: 'C-4217' })).toBe('customer:C-4217')
  expect(subjectOfPage('item', { sku: 'FIBRE-100' })).toBe('item:FIBRE-100')
  expect(subjectOfPage('draft', { number: 'DRAFT-12' })).toBe('invoice:DRAFT-12')
  expect(subjectOfPage('credit-invoice', { number: 'F-1' })).toBe('invoice:F-1')
  expect(subjectOfPage('edit-quotation', { number: 'QUO-7' })).toBe('quotation:QUO-7')
  expect(subjectOfPage('privacy-request', { number: 'PRV-3' })).toBe('request:PRV-3')
  expect(subjectOfPage('customers', {})).toBe('')
  expect(subjectOfPage('message-template', { code: 'welcome' })).toBe('')
})
