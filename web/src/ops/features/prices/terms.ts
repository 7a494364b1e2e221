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
export function firstTerms(today = new Date()): Terms {
  const first = new Date(Date.UTC(today.getFullYear(), today.getMonth() + 2, 1))
  return {
    by: 'percent',
    value: '',
    effective_on: first.toISOString().slice(0, 10),
    segment: '',
    in_catalogue: true,
    why_fr: '',
    why_en: '',
  }
}
