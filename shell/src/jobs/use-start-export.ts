import type { NewExport } from '@sonaqor/contract/exports'
import { useModule, useWrite } from '@sonaqor/module'
import { useText, useToast } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** Starts an export from whichever page, and says where it can be followed. */
export function useStartExport() {
  const say = useText()
  const toast = useToast()
  const { api } = useModule()
  return useWrite({
    areas: ['jobs'],
    isUntilRead: true,
    write: (body: NewExport) => api.exports.start({ body }),
    onSuccess: () => {
      toast({
        tone: 'success',
        title: say(texts.exportStarted),
        detail: say(texts.exportStartedDetail),
      })
    },
  })
}
