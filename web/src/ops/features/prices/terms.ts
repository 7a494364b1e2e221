import { firstOfMonth, today } from '@/shared/domain/dates'

/** What is said of new prices besides the items, as typed. */
export interface Terms {
  by: 'percent' | 'price'
  value: string
  effective_on: string
  segment: '' | 'residential' | 'commercial'
  in_catalogue: boolean
  why_fr: string
  why_en: string
}

/** Two months ahead, on the first: time to print and send what the law asks for 30 days before. */
export function firstTerms(): Terms {
  return {
    by: 'percent',
    value: '',
    effective_on: firstOfMonth(today(), 2),
    segment: '',
    in_catalogue: true,
    why_fr: '',
    why_en: '',
  }
}
