import type { Issue } from '@/shared/api/types'

/** One thing that happened to an issue: a state it came into, or what somebody wrote. */
export interface ThreadEntry {
  key: string
  kind: 'step' | 'comment'
  /** The state, or for whom the comment is. */
  value: string
  awaited: string
  text: string
  by: string
  at: string
  /** It was open before: it is opened again. */
  again: boolean
}

/** Steps and comments together, the oldest first; a step comes before what was written in the same instant. */
export function threadOf({ steps, comments }: Pick<Issue, 'steps' | 'comments'>): ThreadEntry[] {
  const entries: ThreadEntry[] = [
    ...steps.map(({ status, awaited, words, by, at }, place) => ({
      key: `step ${String(place)}`,
      kind: 'step' as const,
      value: status,
      awaited,
      text: words,
      by,
      at,
      again: status === 'open' && place > 0,
    })),
    ...comments.map(({ id, audience, text, by, at }) => ({
      key: `comment ${String(id)}`,
      kind: 'comment' as const,
      value: audience,
      awaited: '',
      text,
      by,
      at,
      again: false,
    })),
  ]
  return entries.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}
