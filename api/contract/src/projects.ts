/** Projects: what a tenant groups its apps by. They belong to no environment. */
import { z } from 'zod'
import { get, post } from './endpoint.ts'
import { event } from './event.ts'
import { Page, pageOf } from './page.ts'
import { Id, Instant, text } from './values.ts'

export const Project = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string().nullable(),
    createdAt: Instant,
    revision: z.number().int(),
  })
  .meta({ id: 'Project' })
export type Project = z.output<typeof Project>

export const NewProject = z.strictObject({ name: text(80), description: text(300).optional() })
export type NewProject = z.input<typeof NewProject>

export const projects = {
  list: get('/projects', {
    access: 'projects:read',
    summary: 'List projects',
    query: Page,
    reply: pageOf(Project),
    embeddable: true,
  }),
  create: post('/projects', {
    access: 'projects:write',
    only: 'member',
    summary: 'Create a project',
    body: NewProject,
    reply: Project,
    status: 201,
    idempotent: true,
  }),
}

export const projectEvents = {
  created: event('projects.created', 'projects:read', z.object({ projectId: Id }), Project),
}
