import type { Job } from '@sonaqor/contract/jobs'
import { useExportFile } from '@sonaqor/module'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** Hands the file of a job to the person, by a link that works once. */
export function useDownload() {
  const say = useText()
  const toast = useToast()
  const { fetch, isFetching } = useExportFile((error) => {
    const { reason, advice } = failureOf(error, say)
    toast({ tone: 'danger', title: say(texts.notDownloaded), detail: `${reason} ${advice}` })
  })
  return {
    fetch: ({ id }: Job) => fetch(id),
    isFetching: ({ id }: Job) => isFetching(id),
  }
}
