import { view } from '@sonaqor/module'

export const list = view(() => import('./logs/logs-page.tsx'))
