import { view } from '@sonaqor/module'

export const projects = view(() => import('./projects/projects-page.tsx'))
