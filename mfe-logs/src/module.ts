import { view } from '@sonaqor/module'
import { languages as ofExport } from './export/texts/index.ts'
import { languages } from './texts/index.ts'

export const list = view(() => import('./logs/logs-page.tsx'), languages, ofExport)
export const tail = view(() => import('./tail/log-tail.tsx'), languages)
