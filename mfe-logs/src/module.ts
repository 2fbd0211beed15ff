import { view } from '@sonaqor/module'
import { languages } from './texts/index.ts'

export const list = view(() => import('./logs/logs-page.tsx'), languages)
