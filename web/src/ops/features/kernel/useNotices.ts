import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answer, api } from '@/shared/api/client'
import { useRemembered } from '@/shared/ui/useRemembered'

const LAST = 20

/** What finished or failed while one did something else; what is new since the bell was last opened here. */
export function useNotices() {
  const seenAt = useRemembered('notices.seen', '')
  const { data } = useQuery({
    queryKey: ['notices', 'list'],
    queryFn: () => answer(api.GET('/notices')),
    retry: false,
  })
  const notices = computed(() =>
    (data.value?.items ?? [])
      .slice(0, LAST)
      .map((notice) => ({ ...notice, read: notice.read || notice.at <= seenAt.value })),
  )
  return {
    notices,
    unread: computed(() => notices.value.filter(({ read }) => !read).length),
    read: () => (seenAt.value = notices.value[0]?.at ?? seenAt.value),
  }
}
