import { useMutation } from '@tanstack/vue-query'
import { sendForm } from '@/shared/api/client'
import type { StoredFile } from '@/shared/api/types'

/** Store a file and hang it on a record (`customer:C-4217`); refused when too large or of another kind. */
export function useUploadFile() {
  return useMutation({
    mutationFn: ({
      file,
      subject,
      told = () => undefined,
    }: {
      file: File
      subject: string
      told?: (share: number) => void
    }) => {
      const form = new FormData()
      form.set('subject', subject)
      form.set('upload', file)
      return sendForm<StoredFile>('/files', form, told)
    },
  })
}
