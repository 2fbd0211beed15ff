import type { InputOf } from '@sonaqor/contract/endpoint'
import { projectEvents, type Project, type projects } from '@sonaqor/contract/projects'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import * as store from './projects.store.ts'

export { listProjects, seesProject } from './projects.view.ts'

type NewProject = InputOf<typeof projects.create>['body']

export async function createProject(
  scope: Scope,
  { name, description }: NewProject,
): Promise<Project> {
  const project = await store.insertProject(scope, { name, description: description ?? null })
  if (!project) {
    throw new Problem('conflict', {
      detail: 'There is a project of this name already.',
      errors: [{ detail: 'is the name of another project', pointer: '#/name' }],
    })
  }
  await scope.emit(projectEvents.created, {
    environment: null,
    ref: { projectId: project.id },
    data: project,
  })
  scope.audit({ action: projectEvents.created.name, target: project.id, after: project })
  return project
}
