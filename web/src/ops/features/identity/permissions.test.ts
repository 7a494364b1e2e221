import { expect, it } from 'vitest'
import { compared, holds } from './permissions'

const ALL = ['billing.edit', 'billing.read', 'crm.edit', 'crm.read']

it('holds what it names, what its app gives, and everything', () => {
  expect(ALL.filter((code) => holds(['crm.read'], code))).toEqual(['crm.read'])
  expect(ALL.filter((code) => holds(['billing.*'], code))).toEqual(['billing.edit', 'billing.read'])
  expect(ALL.filter((code) => holds(['*'], code))).toEqual(ALL)
})

it('says what is given and what is taken, through wildcards', () => {
  expect(compared(['billing.*'], ['billing.read', 'crm.read'], ALL)).toEqual({
    added: ['crm.read'],
    removed: ['billing.edit'],
  })
  expect(compared(['*'], [...ALL], ALL)).toEqual({ added: [], removed: [] })
})
