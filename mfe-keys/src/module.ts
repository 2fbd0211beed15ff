import { view } from '@sonaqor/module'
import { languages as ofCare } from './care/texts/index.ts'
import { languages } from './texts/index.ts'

export const list = view(() => import('./list/keys-page.tsx'), languages, ofCare)
export const usage = view(() => import('./usage/usage-widget.tsx'), languages)
export const issue = view(() => import('./issue/issue-key-view.tsx'), languages, ofCare)
export const rotate = view(() => import('./rotate/rotate-key-view.tsx'), languages, ofCare)
