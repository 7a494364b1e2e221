import { beforeAll } from 'vitest'
import { speak } from '@/shared/i18n'

beforeAll(async () => {
  await speak('fr')
})
