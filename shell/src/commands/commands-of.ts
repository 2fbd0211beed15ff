import type { Say } from '@sonaqor/ui/texts'
import { accountPath } from '../account/account-paths.ts'
import { environmentNames } from '../frame/where/environment-names.ts'
import type { FrameParts } from '../frame/frame-parts.ts'
import { groupsOf } from '../frame/nav/nav-groups.ts'
import { iconOf } from '../frame/nav/nav-icons.ts'
import { nameOf } from '../frame/where/project-acts.ts'
import { lettersOf, written } from '../shortcuts/shortcut.ts'
import * as texts from '../texts/en.ts'
import { actCommands, type ActSources } from './act-commands.ts'
import type { Command } from './command.ts'
import { lookCommands } from './look-commands.ts'

export interface CommandSources extends FrameParts, ActSources {
  readonly onHelp: () => void
}

/** Everything that can be done from anywhere, and that is not the case already. */
export function commandsOf(sources: CommandSources, say: Say): readonly Command[] {
  return [
    ...pages(sources, say),
    ...actCommands(sources, say),
    ...places(sources, say),
    ...projects(sources, say),
    ...lookCommands(sources, say),
    ...account(sources, say),
  ]
}

function pages({ nav, preferences, onGo }: CommandSources, say: Say): readonly Command[] {
  const letters = lettersOf(nav)
  return groupsOf(nav).flatMap(({ title: group, items }) =>
    items.map((item) => {
      const { view, title, path } = item
      const letter = preferences.singleKeys ? letters.get(view) : undefined
      return {
        id: `page ${view}`,
        title,
        group: 'pages',
        icon: iconOf(item),
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
    icon: 'folder',
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
          icon: 'folder',
          run: () => change({ project }),
        }) as const,
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
            icon: environment === 'sandbox' ? 'flask' : 'live',
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
            icon: 'people',
            run: () => onSwitch(tenant),
          }) as const,
      ),
  ]
}

function account({ onHelp, onGo, onSignOut }: CommandSources, say: Say): readonly Command[] {
  const group = 'account'
  return [
    {
      id: 'account',
      title: say(texts.yourAccount),
      words: say(texts.yourAccountWords),
      group,
      icon: 'person',
      run: () => onGo(accountPath),
    },
    {
      id: 'help',
      title: say(texts.showShortcuts),
      words: say(texts.helpWords),
      group,
      icon: 'info',
      run: onHelp,
    },
    {
      id: 'documentation',
      title: say(texts.documentation),
      words: say(texts.documentationWords),
      group,
      icon: 'external',
      run: () => void window.open('/docs', '_blank', 'noopener'),
    },
    {
      id: 'sign-out',
      title: say(texts.signOut),
      words: say(texts.signOutWords),
      group,
      icon: 'leave',
      run: onSignOut,
    },
  ]
}
