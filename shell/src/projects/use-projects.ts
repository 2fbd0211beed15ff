import type { App } from '@sonaqor/contract/apps'
import type { Project } from '@sonaqor/contract/projects'
import { useLive, useModule, usePages, useQuery, useReadAgain } from '@sonaqor/module'

/** What a section needs to know of its project. */
export type ProjectHead = Pick<Project, 'id' | 'name'> & Partial<Project>

/** The tenant's projects, page by page; the one that is looked at alone, where there is one. */
export function useProjects() {
  const { api, project } = useModule()
  const readAgain = useReadAgain('projects')
  useLive('projects', () => void readAgain())
  const pages = usePages(['projects'], (cursor) => api.projects.list({ query: { cursor } }))
  return { ...pages, data: pages.data && narrowed(pages.data, project) }
}

/** It may stand on a further page than those that were read; then its name is enough. */
function narrowed(
  rows: readonly Project[],
  project: ProjectHead | undefined,
): readonly ProjectHead[] {
  return project ? [rows.find(({ id }) => id === project.id) ?? project] : rows
}

/** The apps of one project, in both environments. */
export function useAppsOf(projectId: string) {
  const { api } = useModule()
  const readAgain = useReadAgain('apps')
  useLive('apps', () => void readAgain())
  return usePages(['apps', projectId], (cursor) => api.apps.list({ query: { projectId, cursor } }))
}

/** One app, which a link may lead to though it is in no list that is in view. */
export function useApp(id: string) {
  const { api } = useModule()
  return useQuery<App>({
    queryKey: ['apps', 'one', id],
    queryFn: () => api.apps.show({ params: { id } }),
  })
}
