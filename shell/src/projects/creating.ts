import type { NewApp } from '@sonaqor/contract/apps'
import type { NewProject } from '@sonaqor/contract/projects'
import { useModule, useWrite } from '@sonaqor/module'

/** Apart from what is read, for these come after the page, with the dialogs that use them. */
export function useCreateProject() {
  const { api } = useModule()
  return useWrite({
    areas: ['projects'],
    write: (body: NewProject) => api.projects.create({ body }),
    isUntilRead: true,
  })
}

export function useCreateApp() {
  const { api } = useModule()
  return useWrite({
    areas: ['apps'],
    write: (body: NewApp) => api.apps.create({ body }),
    isUntilRead: true,
  })
}
