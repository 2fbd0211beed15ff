import { languages as ofChecks } from '@sonaqor/embed/doctor/texts'
import { view } from '@sonaqor/module'
import { languages as ofAudit } from './audit/texts/index.ts'
import { languages as ofAuditedWebhooks } from './audit/webhooks/texts/index.ts'
import { languages as ofAppearance } from './embeds/appearance/texts/index.ts'
import { languages as ofDoctor } from './embeds/doctor/texts/index.ts'
import { languages as ofEmbeds } from './embeds/texts/index.ts'
import { languages as ofJobs } from './jobs/texts/index.ts'
import { languages as ofProjects } from './projects/texts/index.ts'
import { languages as ofReviews } from './reviews/texts/index.ts'
import { languages as ofRoles } from './roles/texts/index.ts'
import { languages as ofSupportAccess } from './support-access/texts/index.ts'
import { languages as ofSecurity } from './security/texts/index.ts'
import { languages as ofTeamLog } from './team-log/texts/index.ts'
import { languages as ofTeam } from './team/texts/index.ts'

export const projects = view(() => import('./projects/projects-page.tsx'), ofProjects)
export const app = view(() => import('./projects/app/app-page.tsx'), ofProjects)
export const embeds = view(
  () => import('./embeds/embeds-page.tsx'),
  ofEmbeds,
  ofAppearance,
  ofDoctor,
  ofChecks,
)
export const activity = view(() => import('./activity-widget/activity-widget.tsx'), ofProjects)
export const team = view(
  () => import('./team/team-page.tsx'),
  ofTeam,
  ofTeamLog,
  ofRoles,
  ofReviews,
  ofAudit,
  ofAuditedWebhooks,
)
export const security = view(() => import('./security/security-page.tsx'), ofSecurity, ofRoles)
export const audit = view(
  () => import('./audit/audit-page.tsx'),
  ofAudit,
  ofAuditedWebhooks,
  ofJobs,
)
export const jobs = view(() => import('./jobs/jobs-page.tsx'), ofJobs)
export const jobTracker = view(() => import('./job-tracker/job-tracker.tsx'), ofJobs)
export const supportAccess = view(
  () => import('./support-access/support-access-page.tsx'),
  ofSupportAccess,
)
