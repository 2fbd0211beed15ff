/** Projects: what a tenant groups its apps by. They belong to no environment. */
import { z } from 'zod'
import { Confirmation, Deleted, Deletion } from './deletion.ts'
import { del, get, patch, post } from './endpoint.ts'
import { event } from './event.ts'
import { Page, pageOf } from './page.ts'
import { Id, Instant, label } from './values.ts'

export const Project = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string().nullable(),
    createdAt: Instant,
    ...Deletion.shape,
    revision: z.number().int(),
  })
  .meta({ id: 'Project' })
export type Project = z.output<typeof Project>

export const NewProject = z.strictObject({ name: label(80), description: label(300).optional() })
export type NewProject = z.input<typeof NewProject>

/** What is left out stays as it is. */
export const ProjectChange = z.strictObject({
  name: label(80).optional(),
  description: label(300).nullable().optional(),
})
export type ProjectChange = z.input<typeof ProjectChange>

const ProjectParams = z.strictObject({ id: Id })

export const projects = {
  list: get('/projects', {
    access: 'projects:read',
    summary: 'List projects',
    query: z.strictObject({ ...Page.shape, ...Deleted.shape }),
    reply: pageOf(Project),
    embeddable: true,
    locked: 'no-customer-data',
  }),
  show: get('/projects/{id}', {
    access: 'projects:read',
    summary: 'Show a project',
    description: 'One that was deleted is shown as deleted, so that what names it has its name.',
    params: ProjectParams,
    reply: Project,
    embeddable: true,
    locked: 'no-customer-data',
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
  update: patch('/projects/{id}', {
    access: 'projects:write',
    only: 'member',
    summary: 'Rename or describe a project',
    params: ProjectParams,
    body: ProjectChange,
    reply: Project,
    revised: true,
    idempotent: true,
  }),
  delete: del('/projects/{id}', {
    access: 'projects:write',
    only: 'member',
    summary: 'Delete a project with its apps',
    description:
      'Ends the keys and embed sessions of its apps from the very next request on; where one of production ends, that takes a second factor within the last five minutes. All of it can be restored for 7 days, and goes and comes without events of each app. Deleting again changes nothing.',
    params: ProjectParams,
    query: Confirmation,
    reply: Project,
    idempotent: true,
    revised: true,
  }),
  restore: post('/projects/{id}/restore', {
    access: 'projects:write',
    only: 'member',
    summary: 'Restore a deleted project',
    description:
      'Brings back the apps that went with it, and their keys, as they were. Apps that were deleted before it stay deleted.',
    params: ProjectParams,
    reply: Project,
    idempotent: true,
    revised: true,
  }),
}

const ProjectRef = z.object({ projectId: Id })
export const projectEvents = {
  created: event('projects.created', 'projects:read', ProjectRef, Project),
  updated: event('projects.updated', 'projects:read', ProjectRef, Project),
  deleted: event('projects.deleted', 'projects:read', ProjectRef, Project),
  restored: event('projects.restored', 'projects:read', ProjectRef, Project),
}
