import { view } from '@sonaqor/module'
import { languages } from './texts/index.ts'

export const projects = view(() => import('./projects/projects-page.tsx'), languages)
