import type { Project, ProjectChange } from '@sonaqor/contract/projects'
import { useModule, useQuery, useWrite } from '@sonaqor/module'

/** One project, for whoever knows its id alone. */
export function useProject(id: string, isNeeded = true) {
  const { api, can } = useModule()
  return useQuery<Project>({
    queryKey: ['projects', 'one', id],
    queryFn: () => api.projects.show({ params: { id } }),
    enabled: isNeeded && can('projects:read'),
  })
}

/** Changes the version of a project that was seen. */
export function useChangeProject(id: string) {
  const { api } = useModule()
  return useWrite({
    areas: ['projects'],
    write: ({ change, revision }: { change: ProjectChange; revision: number }) =>
      api.projects.update({ params: { id }, body: change, ifMatch: revision }),
  })
}
