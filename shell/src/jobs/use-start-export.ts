import type { NewExport } from '@sonaqor/contract/exports'
import { useModule, useMutation } from '@sonaqor/module'
import { useText, useToast } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { useReadAgain } from './use-jobs.ts'

/** Starts an export from whichever page, and says where it can be followed. */
export function useStartExport() {
  const say = useText()
  const toast = useToast()
  const { api } = useModule()
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: (body: NewExport) => api.exports.start({ body }),
    onSuccess: async () => {
      toast({
        tone: 'success',
        title: say(texts.exportStarted),
        detail: say(texts.exportStartedDetail),
      })
      await readAgain()
    },
  })
}
