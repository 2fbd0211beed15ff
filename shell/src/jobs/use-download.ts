import type { Job } from '@sonaqor/contract/jobs'
import { useFiles, useMutation } from '@sonaqor/module'
import { failureOf, save, useText, useToast } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

/** Hands the file of a job to the person, once it was found to be what the job has made. */
export function useDownload() {
  const say = useText()
  const toast = useToast()
  const files = useFiles()
  const download = useMutation({
    mutationFn: async ({ id, file }: Job) => {
      const answer = await files.exports.download({ params: { id } })
      const content = await answer.blob()
      if (file && (await sha256Of(content)) !== file.sha256) throw new Differs()
      save(content, file?.fileName ?? id)
    },
    onError: (error) =>
      toast({ tone: 'danger', title: say(texts.notDownloaded), detail: whyNot(error, say) }),
  })
  return {
    fetch: (job: Job) => download.mutate(job),
    isFetching: ({ id }: Job) => download.isPending && download.variables?.id === id,
  }
}

/** What came is not what was made: it was cut off, or changed on its way. */
class Differs extends Error {}

function whyNot(error: unknown, say: Say): string {
  if (error instanceof Differs) return say(texts.fileDiffers)
  const { reason, advice } = failureOf(error, say)
  return `${reason} ${advice}`
}

async function sha256Of(content: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await content.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
