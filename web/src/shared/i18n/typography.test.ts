import { expect, it } from 'vitest'
import { typeset } from './typography'

it('sets French as it is printed', () => {
  expect(typeset("Aperçu : l'écart de 10 % (« vu ») ?", 'fr')).toBe(
    'Aperçu\u00a0: l\u2019écart de 10\u00a0% («\u00a0vu\u00a0»)\u00a0?',
  )
  expect(typeset('6 201 factures', 'fr')).toBe('6\u00a0201 factures')
})

it('leaves English alone', () => {
  expect(typeset("the customer's page: 10 %", 'en')).toBe("the customer's page: 10 %")
})
