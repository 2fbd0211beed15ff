import type { FileFormat, NewExport } from '@sonaqor/contract/exports'
import { languageOf, useModule, useWrite } from '@sonaqor/module'

export type { FileFormat }
export type ExportFilter = NonNullable<NewExport['filter']>

/** Starts an export from whichever page; answers the job that makes it. */
export function useStartExport() {
  const { api, locale } = useModule()
  const language = languageOf(locale)
  return useWrite({
    areas: ['jobs'],
    isUntilRead: true,
    write: (body: NewExport) => api.exports.start({ body: { ...body, language } }),
  })
}
