import { useMutation } from '@tanstack/vue-query'
import { answer, api } from '@/shared/api/client'

/** Store a file and hang it on a record (`customer:C-4217`); refused when too large or of another kind. */
export function useUploadFile() {
  return useMutation({
    mutationFn: ({ file, subject }: { file: File; subject: string }) =>
      answer(
        api.POST('/files', {
          body: { subject, upload: '' },
          bodySerializer: () => {
            const form = new FormData()
            form.set('subject', subject)
            form.set('upload', file)
            return form
          },
        }),
      ),
  })
}
