import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { mountWith } from '@/shared/testing/mountWith'
import ShownOnce from './ShownOnce.vue'
import { useUnsavedQuestion } from './useUnsaved'

const writeText = vi.fn().mockResolvedValue(undefined)
beforeEach(() => {
  writeText.mockClear()
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
})

async function show() {
  const { wrapper } = await mountWith(ShownOnce, { props: { title: 'Jeton de caisse', secret: 'gf_1234' } })
  await flushPromises()
  const button = (words: string) =>
    [...document.querySelectorAll<HTMLButtonElement>('.modal .foot button')].find((one) =>
      one.textContent?.includes(words),
    )
  const press = async (words: string) => {
    button(words)?.click()
    await flushPromises()
  }
  return { wrapper, press, question: useUnsavedQuestion() }
}

it('tells the secret, copies it, and is then closed without a question', async () => {
  const { press, question } = await show()
  expect(document.querySelector('.secret')?.textContent).toBe('gf_1234')
  expect(document.body.textContent).toContain('il ne sera plus jamais montré')
  await press('Copier')
  expect(writeText).toHaveBeenCalledExactlyOnceWith('gf_1234')
  await press('Fermer')
  expect(question.asked).toBeNull()
})

it('asks whoever goes without having copied, who may stay', async () => {
  const { press, question, wrapper } = await show()
  await press('Fermer')
  expect(question.asked?.text).toContain('il faudra en faire un autre')
  question.asked?.answer('stay')
  await flushPromises()
  expect(document.querySelector('.secret')?.textContent).toBe('gf_1234')
  expect(wrapper.emitted('close')).toBeUndefined()
  await press('Fermer')
  question.asked?.answer('discard')
  await flushPromises()
  await press('Fermer')
  expect(question.asked).toBeNull()
})
