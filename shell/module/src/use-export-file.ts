import { saveFrom } from '@sonaqor/ui'
import { useModule } from './use-module.ts'
import { useMutation } from './use-mutation.ts'

/**
 * Hands the file of an export to the person: by a link that works once, so that the browser writes it to
 * the disk as it comes, however long it is.
 */
export function useExportFile(onError: (error: unknown) => void) {
  const { api, origin } = useModule()
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async (id: string) => {
      const { path, fileName } = await api.exports.link({ params: { id } })
      saveFrom(origin === undefined ? path : new URL(path, origin).href, fileName)
    },
    onError,
  })
  return {
    fetch: (id: string) => mutate(id),
    isFetching: (id: string) => isPending && variables === id,
  }
}
