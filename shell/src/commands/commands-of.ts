import type { Say } from '@sonaqor/ui/texts'
import { environmentNames } from '../frame/environment-names.ts'
import type { FrameParts } from '../frame/frame-parts.ts'
import { groupsOf } from '../frame/nav-groups.ts'
import { nameOf, projectActs } from '../frame/project-acts.ts'
import { lettersOf, written } from '../shortcuts/shortcut.ts'
import * as texts from '../texts/en.ts'
import type { Command } from './command.ts'
import { lookCommands } from './look-commands.ts'

export interface CommandSources extends FrameParts {
  readonly onHelp: () => void
}

/** Everything that can be done from anywhere, and that is not the case already. */
export function commandsOf(sources: CommandSources, say: Say): readonly Command[] {
  return [
    ...pages(sources, say),
    ...places(sources, say),
    ...projects(sources, say),
    ...lookCommands(sources, say),
    ...account(sources, say),
  ]
}

function pages({ nav, preferences, onGo }: CommandSources, say: Say): readonly Command[] {
  const letters = lettersOf(nav)
  return groupsOf(nav).flatMap(({ title: group, items }) =>
    items.map(({ view, title, path }) => {
      const letter = preferences.singleKeys ? letters.get(view) : undefined
      return {
        id: `page ${view}`,
        title,
        group: 'pages',
        words: `${say(group)} ${path}`,
        keys: letter && written(`g ${letter}`, say),
        run: () => onGo(path),
      } as const
    }),
  )
}

function projects(sources: CommandSources, say: Say): readonly Command[] {
  const { me, preferences, change } = sources
  if (!me.scopes.includes('projects:read')) return []
  const others = sources.projects.all.filter(({ id }) => id !== preferences.project?.id)
  const all = {
    id: 'project all',
    title: say(texts.showAllProjects),
    group: 'projects',
    run: () => change({ project: undefined }),
  } as const
  return [
    ...(preferences.project ? [all] : []),
    ...others.map(
      (project) =>
        ({
          id: `project ${project.id}`,
          title: say(texts.switchToProject, { name: nameOf(project, say) }),
          group: 'projects',
          run: () => change({ project }),
        }) as const,
    ),
    ...projectActs(sources, say)
      .filter(({ id }) => id === 'create')
      .map(
        ({ id, label, onChoose }) =>
          ({ id: `projects ${id}`, title: label, group: 'projects', run: onChoose }) as const,
      ),
  ]
}

function places(sources: CommandSources, say: Say): readonly Command[] {
  const { me, preferences, change, onSwitch } = sources
  return [
    ...me.environments
      .filter((environment) => environment !== preferences.environment)
      .map(
        (environment) =>
          ({
            id: `environment ${environment}`,
            title: say(texts.switchToEnvironment, { name: say(environmentNames[environment]) }),
            words: say(texts.environmentWords),
            group: 'switches',
            run: () => change({ environment }),
          }) as const,
      ),
    ...me.tenants
      .filter(({ id }) => id !== me.tenant.id)
      .map(
        (tenant) =>
          ({
            id: `tenant ${tenant.id}`,
            title: say(texts.switchToTenant, { name: tenant.name }),
            words: say(texts.tenant),
            group: 'switches',
            run: () => onSwitch(tenant),
          }) as const,
      ),
  ]
}

function account({ onHelp, onSignOut }: CommandSources, say: Say): readonly Command[] {
  const group = 'account'
  return [
    {
      id: 'help',
      title: say(texts.showShortcuts),
      words: say(texts.helpWords),
      group,
      run: onHelp,
    },
    {
      id: 'documentation',
      title: say(texts.documentation),
      words: say(texts.documentationWords),
      group,
      run: () => void window.open('/docs', '_blank', 'noopener'),
    },
    {
      id: 'sign-out',
      title: say(texts.signOut),
      words: say(texts.signOutWords),
      group,
      run: onSignOut,
    },
  ]
}
