import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useSession } from '../identity/useSession'
import { sections } from './sections'

/** The sections of the settings that this person may open. */
export function useSections() {
  const router = useRouter()
  const { may } = useSession()
  return computed(() =>
    sections
      .map(({ group, items }) => ({
        group,
        items: items
          .map((item) => ({ ...item, target: router.resolve({ name: item.route }) }))
          .filter(({ target }) => may(target.meta.permission)),
      }))
      .filter(({ items }) => items.length > 0),
  )
}
