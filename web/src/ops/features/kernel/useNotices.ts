import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api, idempotencyKey } from '@/shared/api/client'
import { useSession } from '../identity/useSession'

/** What finished or failed while one did something else; opening the bell marks it read. */
export function useNotices() {
  const queries = useQueryClient()
  const { user } = useSession()
  const { data } = useQuery({
    queryKey: ['notices', 'list'],
    queryFn: () => answer(api.GET('/notices')),
  })
  const { mutate } = useMutation({
    mutationFn: (username: string) =>
      api.POST('/actions/identity.mark_notices_read', {
        params: { header: { 'Idempotency-Key': idempotencyKey() } },
        body: { username },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
  const unread = computed(() => data.value?.unread ?? 0)
  return {
    notices: computed(() => data.value?.items ?? []),
    unread,
    read: () => {
      if (unread.value && user.value) mutate(user.value.username)
    },
  }
}
