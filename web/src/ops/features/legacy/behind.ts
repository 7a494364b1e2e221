import type { ImportRule } from '@/shared/api/types'

/** A number of the report that can be opened: the rows of one rule, or of all rules of a sort in one table. */
export interface Behind {
  /** The rule's code; empty for all rules of the sort. */
  code: string
  table: string
  sort: '' | ImportRule['sort']
  /** What these rows are, in words. */
  words: string
  count: number
}

/** The rows of one rule. */
export function ofRule(rule: ImportRule): Behind {
  return { code: rule.code, table: rule.table, sort: '', words: rule.rule, count: rule.count }
}
