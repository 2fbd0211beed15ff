import type { App } from '@sonaqor/contract/apps'
import type { Project } from '@sonaqor/contract/projects'
import { useModule, usePages, useQuery, useWrite } from '@sonaqor/module'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

/** What can be deleted and brought back: a project with its apps, or one app. */
export interface Deletable extends Pick<Project, 'id' | 'name' | 'revision'> {
  readonly kind: 'project' | 'app'
}

export const asProject = (project: Project): Deletable => ({ ...project, kind: 'project' })
export const asApp = (app: App): Deletable => ({ ...app, kind: 'app' })

/** What would end; what may not be counted is not told. */
export interface Ending {
  readonly apps: number | undefined
  readonly keys: number | undefined
  readonly productionKeys: number
  /** There is more than was counted. */
  readonly isMore: boolean
}

/** As many as one page of the API holds; whoever ends more than these knows that it is much. */
const limit = 200

/** Counts what would end with something, at the moment when somebody thinks of deleting it. */
export function useEnding({ kind, id }: Deletable) {
  const { api, can } = useModule()
  return useQuery<Ending>({
    queryKey: ['ending', kind, id],
    queryFn: async () => {
      const inside = kind === 'project' ? { projectId: id } : { appId: id }
      const [apps, keys] = await Promise.all([
        kind === 'project' && can('apps:read')
          ? api.apps.list({ query: { ...inside, limit } })
          : undefined,
        can('keys:read')
          ? api.keys.list({ query: { ...inside, state: 'active', limit } })
          : undefined,
      ])
      return {
        apps: apps?.data.length,
        keys: keys?.data.length,
        productionKeys:
          keys?.data.filter(({ environment }) => environment === 'production').length ?? 0,
        isMore: Boolean(apps?.page.next ?? keys?.page.next),
      }
    },
    staleTime: 0,
    gcTime: 0,
  })
}

/** What becomes of a project becomes of its apps, and of their keys. */
const areas = ['projects', 'apps'] as const

/** Deletes the version that was seen. `confirm` is its name, where that has to be said. */
export function useDeleting({ kind, id, revision }: Deletable) {
  const { api } = useModule()
  return useWrite({
    areas,
    write: (confirm: string | undefined): Promise<App | Project> => {
      const request = { params: { id }, query: { confirm }, ifMatch: revision }
      return kind === 'app' ? api.apps.delete(request) : api.projects.delete(request)
    },
  })
}

/** What can be brought back, page by page. */
export function useDeletedProjects() {
  const { api } = useModule()
  return usePages(['projects', 'deleted'], (cursor) =>
    api.projects.list({ query: { deleted: 'true', cursor } }),
  )
}

export function useDeletedApps() {
  const { api } = useModule()
  return usePages(['apps', 'deleted'], (cursor) =>
    api.apps.list({ query: { deleted: 'true', cursor } }),
  )
}

type Deleted = Pick<Deletable, 'kind' | 'id' | 'revision'>

/**
 * Brings back what was deleted, and says so. Whoever asked for it may be gone by then: the row with
 * its section, or the dialog that it was deleted in.
 */
export function useRestoring() {
  const say = useText()
  const toast = useToast()
  const { api } = useModule()
  return useWrite({
    areas,
    isUntilRead: true,
    write: ({ kind, id, revision }: Deleted): Promise<App | Project> => {
      const request = { params: { id }, ifMatch: revision }
      return kind === 'app' ? api.apps.restore(request) : api.projects.restore(request)
    },
    onSuccess: ({ id, name }) => {
      toast({
        about: id,
        title: say(texts.hasBeenRestored, { name }),
        detail: say(texts.worksAgain),
        tone: 'success',
      })
    },
    onError: (error) => {
      const { title, reason, advice } = failureOf(error, say)
      toast({ title, detail: `${reason} ${advice}`, tone: 'danger' })
    },
  })
}
