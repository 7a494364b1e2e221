import { computed, ref } from 'vue'
import { usePerformAction } from '../kernel/usePerformAction'
import { useUploadFile } from '../kernel/useUploadFile'

/** Upload a picture on a job and keep it: as a photo, or as the signature of somebody. */
export function useKeepPicture() {
  const upload = useUploadFile()
  const act = usePerformAction()
  const error = ref<Error | null>(null)

  async function put(job: string, file: File, name: string, more: Record<string, unknown>): Promise<boolean> {
    error.value = null
    try {
      const stored = await upload.mutateAsync({ file, subject: `job:${job}` })
      await act.mutateAsync({ name, input: { job, file: stored.id, ...more } })
      return true
    } catch (problem) {
      error.value = problem as Error
      return false
    }
  }

  return {
    error,
    busy: computed(() => upload.isPending.value || act.isPending.value),
    keep: (job: string, file: File, item?: string) =>
      put(job, file, 'dispatch.add_photo', item ? { item } : {}),
    sign: (job: string, file: File, name: string) => put(job, file, 'dispatch.sign_job', { name }),
  }
}
