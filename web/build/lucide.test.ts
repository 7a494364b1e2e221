import { expect, it } from 'vitest'
import { shapesOf } from './lucide.ts'

it('takes the shapes and leaves the wrapper', () => {
  const svg = `<!-- @license -->\n<svg\n  class="lucide"\n  width="24"\n>\n  <circle cx="12" cy="12" r="10" />\n  <path d="m9 12 2 2 4-4" />\n</svg>`
  expect(shapesOf(svg)).toEqual([
    ['circle', { cx: '12', cy: '12', r: '10' }],
    ['path', { d: 'm9 12 2 2 4-4' }],
  ])
})
