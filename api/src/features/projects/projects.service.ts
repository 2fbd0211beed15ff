import type { InputOf } from '@sonaqor/contract/endpoint'
import { projectEvents, type Project, type projects } from '@sonaqor/contract/projects'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import * as store from './projects.store.ts'
import { findProject, inside } from './projects.view.ts'
import { requireConfirmed } from './restoring.ts'

export { listProjects } from './projects.view.ts'

export async function showProject(scope: Scope, id: string): Promise<Project> {
  return (await findProject(scope, id)) ?? noProject()
}

type NewProject = InputOf<typeof projects.create>['body']

export async function createProject(
  scope: Scope,
  { name, description }: NewProject,
): Promise<Project> {
  const project =
    (await store.insertProject(scope, { name, description: description ?? null })) ?? nameTaken()
  await tell(scope, projectEvents.created, project)
  return project
}

type ProjectChange = InputOf<typeof projects.update>['body']

/** What changes nothing leaves nothing behind. */
export async function updateProject(
  scope: Scope,
  id: string,
  { name, description }: ProjectChange,
  seen: Seen,
): Promise<Project> {
  const before = (await store.lockProject(scope, id)) ?? noProject()
  requireRevision(seen, before.revision)
  const change = {
    name: name ?? before.name,
    description: description === undefined ? before.description : description,
  }
  if (change.name === before.name && change.description === before.description) return before
  if (await store.isNameTaken(scope, { id, name: change.name })) nameTaken()
  const after = await store.writeProject(scope, before, change)
  await tell(scope, projectEvents.updated, after, before)
  return after
}

/** Its apps go with it, and from the next request on their keys and sessions open nothing. */
export async function deleteProject(
  scope: Scope,
  id: string,
  confirm: string | undefined,
  seen: Seen,
): Promise<Project> {
  const before = await store.lockProject(scope, id)
  if (!before) return (await store.lockDeleted(scope, id)) ?? noProject()
  requireRevision(seen, before.revision)
  const { appIds, keys } = await inside(scope, { projectId: id })
  await requireConfirmed(scope, { name: before.name, keys }, confirm)
  const after = await store.writeProject(scope, before, { deleted_at: scope.now() })
  await tell(scope, projectEvents.deleted, after, before)
  for (const appId of appIds) await scope.closeSockets(appId)
  return after
}

/** What is there needs no restoring, and stays as it is. */
export async function restoreProject(scope: Scope, id: string, seen: Seen): Promise<Project> {
  const before = await store.lockDeleted(scope, id)
  if (!before) return (await store.lockProject(scope, id)) ?? noProject()
  requireRevision(seen, before.revision)
  if (await store.isNameTaken(scope, before)) nameTaken()
  const after = await store.writeProject(scope, before, { deleted_at: null })
  await tell(scope, projectEvents.restored, after, before)
  return after
}

type ProjectEvent = (typeof projectEvents)[keyof typeof projectEvents]

async function tell(
  scope: Scope,
  type: ProjectEvent,
  project: Project,
  before?: Project,
): Promise<void> {
  const { id: projectId } = project
  await scope.emit(type, { environment: null, ref: { projectId }, data: project })
  scope.audit({ action: type.name, target: projectId, before, after: project })
}

function noProject(): never {
  throw new Problem('not-found', { detail: 'There is no project with this id.' })
}

function nameTaken(): never {
  throw new Problem('conflict', {
    detail: 'There is a project of this name already.',
    errors: [{ detail: 'is the name of another project', pointer: '#/name' }],
  })
}
