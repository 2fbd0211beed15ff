import type { FileFormat, NewExport } from '@sonaqor/contract/exports'
import { useModule, useWrite } from '@sonaqor/module'

export type { FileFormat }
export type ExportFilter = NonNullable<NewExport['filter']>

/** Starts an export from whichever page; answers the job that makes it. */
export function useStartExport() {
  const { api, locale } = useModule()
  const language = locale.startsWith('de') ? 'de' : 'en'
  return useWrite({
    areas: ['jobs'],
    isUntilRead: true,
    write: (body: NewExport) => api.exports.start({ body: { ...body, language } }),
  })
}
