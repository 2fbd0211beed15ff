import type { Router } from '@sonaqor/embed/host'
import type { Environment } from '@sonaqor/module'
import { allProjects, isAmong, isProjectId, type Preferences } from '../kept/preferences.ts'
import { useAddressed } from './use-addressed.ts'
import type { KnownProjects } from './use-known-projects.ts'

interface Where {
  readonly environments: readonly Environment[]
  readonly projects: KnownProjects
  readonly preferences: Pick<Preferences, 'environment' | 'project'>
  readonly change: (part: Partial<Preferences>) => void
}

/** Keeps in the address where one looks, and follows it: the environment and the project. */
export function useWhere(router: Router, { environments, projects, preferences, change }: Where) {
  const { environment, project } = preferences
  useAddressed(router, {
    name: 'environment',
    value: environments.length > 1 ? environment : undefined,
    follow(asked) {
      if (!isAmong(environments, asked)) return false
      change({ environment: asked })
      return true
    },
  })

  const { all } = projects
  // One that is not known may be new; whether it is there at all is found out by asking again.
  useAddressed(router, {
    name: 'project',
    value: project?.id ?? (all.length > 0 ? allProjects : undefined),
    follow(asked) {
      const known = all.find(({ id }) => id === asked)
      if (!known && asked !== allProjects && !isProjectId(asked)) return false
      change({ project: asked === allProjects ? undefined : (known ?? { id: asked, name: '' }) })
      return true
    },
  })
}
