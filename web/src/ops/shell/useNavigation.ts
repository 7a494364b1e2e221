import { computed } from 'vue'
import { useRouter } from 'vue-router'
import type { KeyBinding } from '@/shared/ui/keys'
import { useSession } from '../features/identity/useSession'
import { navigation } from './navigation'

/** The pages this person may open, and the keys that go there. */
export function useNavigation() {
  const router = useRouter()
  const { may } = useSession()
  const groups = computed(() =>
    navigation
      .map(({ group, items }) => ({
        group,
        items: items
          .map((item) => ({ ...item, target: router.resolve({ name: item.route }) }))
          .filter(({ target }) => may(target.meta.permission)),
      }))
      .filter(({ items }) => items.length > 0),
  )
  const keys = computed<KeyBinding[]>(() =>
    groups.value.flatMap(({ items }) =>
      items.map(({ key, target }) => ({
        keys: `g ${key}`,
        label: target.meta.title,
        run: () => void router.push(target),
      })),
    ),
  )
  return { groups, keys }
}
