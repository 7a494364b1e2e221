import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api, idempotencyKey } from '@/shared/api/client'
import { useSession } from '../identity/useSession'

/** What finished or failed while one did something else, the newest; each is read by itself, or all at once. */
export function useNotices() {
  const queries = useQueryClient()
  const { user } = useSession()
  const { data } = useQuery({
    queryKey: ['notices', 'list'],
    queryFn: () => answer(api.GET('/notices')),
  })
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['notices'] })
  const header = () => ({ 'Idempotency-Key': idempotencyKey() })
  const { mutate: mark } = useMutation({
    mutationFn: ({ notice, read }: { notice: number; read: boolean }) =>
      answer(
        api.POST('/actions/{name}', {
          params: {
            path: { name: read ? 'identity.mark_notice_read' : 'identity.mark_notice_unread' },
            header: header(),
          },
          body: { notice },
        }),
      ),
    onSuccess,
  })
  const { mutate: markAll } = useMutation({
    mutationFn: (username: string) =>
      answer(
        api.POST('/actions/identity.mark_notices_read', { params: { header: header() }, body: { username } }),
      ),
    onSuccess,
  })
  return {
    notices: computed(() => data.value?.items ?? []),
    unread: computed(() => data.value?.unread ?? 0),
    mark,
    readAll: () => user.value && markAll(user.value.username),
  }
}
