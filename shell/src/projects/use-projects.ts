import type { NewApp } from '@sonaqor/contract/apps'
import type { NewProject } from '@sonaqor/contract/projects'
import { useLive, useModule, useMutation, usePages, useQueryClient } from '@sonaqor/module'

/** The tenant's projects, page by page. */
export function useProjects() {
  const { api } = useModule()
  const readAgain = useReadAgain('projects')
  useLive('projects', () => void readAgain())
  return usePages(['projects'], (cursor) => api.projects.list({ query: { cursor } }))
}

/** The apps of one project, in both environments. */
export function useAppsOf(projectId: string) {
  const { api } = useModule()
  const readAgain = useReadAgain('apps')
  useLive('apps', () => void readAgain())
  return usePages(['apps', projectId], (cursor) => api.apps.list({ query: { projectId, cursor } }))
}

export function useCreateProject() {
  const { api } = useModule()
  const readAgain = useReadAgain('projects')
  return useMutation({
    mutationFn: (body: NewProject) => api.projects.create({ body }),
    onSuccess: readAgain,
  })
}

export function useCreateApp() {
  const { api } = useModule()
  const readAgain = useReadAgain('apps')
  return useMutation({
    mutationFn: (body: NewApp) => api.apps.create({ body }),
    onSuccess: readAgain,
  })
}

function useReadAgain(area: 'projects' | 'apps') {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [area] })
}
