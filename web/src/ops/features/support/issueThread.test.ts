import { describe, expect, it } from 'vitest'
import { threadOf } from './issueThread'

const step = (status: string, at: string) => ({ status, awaited: '', words: '', by: 'Marie', at })
const comment = (id: number, at: string) => ({
  id,
  audience: 'internal',
  text: `no ${String(id)}`,
  by: 'Ian',
  at,
})

describe('threadOf', () => {
  it('puts steps and comments in the order in which they happened', () => {
    const thread = threadOf({
      steps: [step('open', '2026-11-21T14:00:00Z'), step('resolved', '2026-11-21T16:00:00Z')],
      comments: [comment(7, '2026-11-21T15:00:00+00:00'), comment(8, '2026-11-21T14:00:00Z')],
    })
    expect(thread.map(({ key }) => key)).toEqual(['step 0', 'comment 8', 'comment 7', 'step 1'])
  })

  it('tells the first opening from those that come after', () => {
    const steps = ['open', 'resolved', 'open'].map((status, hour) =>
      step(status, `2026-11-21T1${String(hour)}:00:00Z`),
    )
    expect(threadOf({ steps, comments: [] }).map(({ again }) => again)).toEqual([false, false, true])
  })
})
