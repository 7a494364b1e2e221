import { computed, ref } from 'vue'
import { usePerformAction } from '../kernel/usePerformAction'
import { useUploadFile } from '../kernel/useUploadFile'
import { smallerPicture } from './smallerPicture'

/** Upload a picture on a job and keep it: as a photo, made smaller on the phone, or as the signature of somebody. */
export function useKeepPicture() {
  const upload = useUploadFile()
  const act = usePerformAction()
  const error = ref<Error | null>(null)
  const shrinking = ref(false)

  async function put(job: string, file: File, name: string, more: Record<string, unknown>): Promise<boolean> {
    error.value = null
    shrinking.value = true
    try {
      const sent = name === 'dispatch.add_photo' ? await smallerPicture(file) : file
      shrinking.value = false
      const stored = await upload.mutateAsync({ file: sent, subject: `job:${job}` })
      await act.mutateAsync({ name, input: { job, file: stored.id, ...more } })
      return true
    } catch (problem) {
      error.value = problem as Error
      return false
    } finally {
      shrinking.value = false
    }
  }

  return {
    error,
    busy: computed(() => shrinking.value || upload.isPending.value || act.isPending.value),
    keep: (job: string, file: File, item?: string) =>
      put(job, file, 'dispatch.add_photo', item ? { item } : {}),
    sign: (job: string, file: File, name: string) => put(job, file, 'dispatch.sign_job', { name }),
  }
}
