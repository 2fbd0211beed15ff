import type { Project, ProjectChange } from '@sonaqor/contract/projects'
import { useModule, useMutation, useQuery, useQueryClient } from '@sonaqor/module'

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
  const queries = useQueryClient()
  const readAgain = () => queries.invalidateQueries({ queryKey: ['projects'] })
  return useMutation({
    mutationFn: ({ change, revision }: { change: ProjectChange; revision: number }) =>
      api.projects.update({ params: { id }, body: change, ifMatch: revision }),
    onSuccess: () => void readAgain(),
    // Whoever was faster has left another version.
    onError: () => void readAgain(),
  })
}
