import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { answer, api } from '@/shared/api/client'
import { asRefusal } from '@/shared/api/refusal'
import { useRefusalText } from '@/shared/ui/useRefusalText'
import { useUploadFile } from './useUploadFile'

/** A file on its way up, and why it was refused if it was. */
export interface Upload {
  key: number
  name: string
  share: number
  refused: string
}
const FRESH_MS = 15_000
let last = 0

/** The files on a record that one may open, and those being sent. */
export function useFiles(subject: Ref<string>) {
  const queries = useQueryClient()
  const say = useRefusalText()
  const { mutateAsync } = useUploadFile()
  const uploads = ref<Upload[]>([])
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['files', subject.value]),
    queryFn: ({ signal }) =>
      answer(api.GET('/files', { params: { query: { subject: subject.value } }, signal })),
    staleTime: FRESH_MS,
  })
  const dismiss = (gone: number) => (uploads.value = uploads.value.filter(({ key }) => key !== gone))

  async function send(file: File): Promise<void> {
    const key = ++last
    uploads.value.push({ key, name: file.name, share: 0, refused: '' })
    const change = (changed: Partial<Upload>) =>
      (uploads.value = uploads.value.map((one) => (one.key === key ? { ...one, ...changed } : one)))
    try {
      await mutateAsync({ file, subject: subject.value, told: (share) => change({ share }) })
      dismiss(key)
    } catch (thrown) {
      change({ refused: say(asRefusal(thrown)) })
    }
    await queries.invalidateQueries({ queryKey: ['files', subject.value] })
  }

  return {
    files: computed(() => data.value ?? []),
    ready: computed(() => data.value !== undefined),
    error,
    refetch,
    uploads,
    dismiss,
    /** One after the other, so that a slow line sends each whole. */
    sendAll: async (chosen: Iterable<File>) => {
      for (const file of chosen) await send(file)
    },
  }
}
