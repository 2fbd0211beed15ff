import type { Job } from '@sonaqor/contract/jobs'
import { useFiles, useMutation } from '@sonaqor/module'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** Hands the file of a job to the browser. It is kept by that, not by us, until it is whole. */
export function useDownload() {
  const say = useText()
  const toast = useToast()
  const files = useFiles()
  const download = useMutation({
    mutationFn: async ({ id, file }: Job) => {
      const answer = await files.exports.download({ params: { id } })
      save(await answer.blob(), file?.fileName ?? id)
    },
    onError: (error) => {
      const { reason, advice } = failureOf(error, say)
      toast({ tone: 'danger', title: say(texts.notDownloaded), detail: `${reason} ${advice}` })
    },
  })
  return {
    fetch: (job: Job) => download.mutate(job),
    isFetching: ({ id }: Job) => download.isPending && download.variables?.id === id,
  }
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // A browser that has not begun to read it by then has lost it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
