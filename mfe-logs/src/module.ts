import { view } from '@sonaqor/module'
import { languages } from './texts/index.ts'

export const list = view(() => import('./logs/logs-page.tsx'), languages)
export const tail = view(() => import('./tail/log-tail.tsx'), languages)
