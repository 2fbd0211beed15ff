import { view } from '@sonaqor/module'
import { languages as ofAudit } from './audit/texts/index.ts'
import { languages as ofJobs } from './jobs/texts/index.ts'
import { languages } from './texts/index.ts'

export const projects = view(() => import('./projects/projects-page.tsx'), languages)
export const audit = view(() => import('./audit/audit-page.tsx'), ofAudit)
export const jobs = view(() => import('./jobs/jobs-page.tsx'), ofJobs)
