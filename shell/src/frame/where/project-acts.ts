import type { ProjectRef } from '@sonaqor/module'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../../texts/en.ts'
import type { FrameParts } from '../frame-parts.ts'

/** The page of the shell's own that keeps projects. */
export const projectsView = 'home.projects'

/** More than these are found by typing. */
export const fewProjects = 7

export interface ProjectAct {
  readonly id: 'create' | 'manage'
  readonly label: string
  readonly icon?: 'plus'
  readonly onChoose: () => void
}

/** What can be done to projects from anywhere, where the page for it may be seen. */
export function projectActs(
  { me, nav, onGo }: Pick<FrameParts, 'me' | 'nav' | 'onGo'>,
  say: Say,
): readonly ProjectAct[] {
  const page = nav.find((item) => item.view === projectsView)
  if (!page) return []
  const { path } = page
  const manage = {
    id: 'manage',
    label: say(texts.manageProjects),
    onChoose: () => onGo(path),
  } as const
  const create = {
    id: 'create',
    label: say(texts.createProjectFromAnywhere),
    icon: 'plus',
    onChoose: () => onGo(path, { creating: 'project' }),
  } as const
  return me.scopes.includes('projects:write') ? [create, manage] : [manage]
}

/** What is looked at: a project by its name, or all of them. */
export function nameOf(project: ProjectRef | undefined, say: Say): string {
  return project ? project.name || say(texts.oneProject) : say(texts.allProjects)
}
