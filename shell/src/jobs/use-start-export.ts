import type { ExportFormat, NewExport } from '@sonaqor/contract/exports'
import { useModule, useWrite } from '@sonaqor/module'

export type { ExportFormat }
export type ExportFilter = NonNullable<NewExport['filter']>

/** Starts an export from whichever page; answers the job that makes it. */
export function useStartExport() {
  const { api } = useModule()
  return useWrite({
    areas: ['jobs'],
    isUntilRead: true,
    write: (body: NewExport) => api.exports.start({ body }),
  })
}
