import { view } from '@sonaqor/module'
import { languages as ofExports } from '@sonaqor/module/exports/texts'
import { languages as ofExport } from './export/texts/index.ts'
import { languages as ofInsight } from './insight/texts/index.ts'
import { languages as ofEntries } from './logs/entry/texts/index.ts'
import { languages as ofQueries } from './query/texts/index.ts'
import { languages as ofRedaction } from './redaction/texts/index.ts'
import { languages } from './texts/index.ts'

export const list = view(
  () => import('./logs/logs-page.tsx'),
  languages,
  ofEntries,
  ofExport,
  ofExports,
  ofInsight,
  ofQueries,
  ofRedaction,
)
export const tail = view(() => import('./tail/log-tail.tsx'), languages)
