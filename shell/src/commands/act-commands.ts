import type { Say } from '@sonaqor/ui/texts'
import type { FrameParts } from '../frame/frame-parts.ts'
import { projectActs, projectsView } from '../frame/where/project-acts.ts'
import * as texts from '../texts/en.ts'
import type { Command } from './command.ts'

export interface ActSources extends Pick<FrameParts, 'me' | 'nav' | 'onGo'> {
  readonly onIssueKey: () => void
}

/** The page of keys; without it, no module is there that issues any. */
export const keysView = 'keys.list'

/** The page of background work, where exports are started and followed. */
const jobsView = 'home.jobs'

/** What can be made from anywhere, as far as the scopes allow. */
export function actCommands(sources: ActSources, say: Say): readonly Command[] {
  const { me, nav, onGo, onIssueKey } = sources
  const keys = nav.find(({ view }) => view === keysView)
  const jobs = nav.find(({ view }) => view === jobsView)
  const projects = nav.find(({ view }) => view === projectsView)
  const group = 'acts'
  const words = say(texts.newWords)
  const issue: Command = {
    id: 'issue key',
    title: say(texts.issueKeyFromAnywhere),
    words: say(texts.issueKeyWords),
    group,
    icon: 'key',
    run: onIssueKey,
  }
  return [
    ...(keys && me.scopes.includes('keys:write') && me.scopes.includes('apps:read') ? [issue] : []),
    ...(projects && me.scopes.includes('apps:write')
      ? [
          {
            id: 'create app',
            title: say(texts.createAppFromAnywhere),
            words,
            group,
            icon: 'box',
            run: () => onGo(projects.path, { creating: 'app' }),
          } as const,
        ]
      : []),
    ...(jobs && me.scopes.includes('jobs:run') && me.scopes.includes('audit:read')
      ? [
          {
            id: 'export audit log',
            title: say(texts.exportAuditFromAnywhere),
            words: say(texts.exportAuditWords),
            group,
            icon: 'download',
            run: () => onGo(jobs.path, { exporting: 'audit' }),
          } as const,
        ]
      : []),
    ...projectActs(sources, say)
      .filter(({ id }) => id === 'create')
      .map(
        ({ id, label, onChoose }) =>
          ({
            id: `projects ${id}`,
            title: label,
            words,
            group,
            icon: 'folder',
            run: onChoose,
          }) as const,
      ),
  ]
}
