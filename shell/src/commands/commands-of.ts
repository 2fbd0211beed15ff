import type { Me } from '@sonaqor/contract/auth'
import { environmentTitles } from '@sonaqor/module'
import { groupsOf } from '../frame/nav-groups.ts'
import type { Preferences } from '../frame/preferences.ts'
import type { Shown } from '../frame/use-dashboard.ts'
import type { Tenant } from '../session/member-session.ts'
import { lettersOf, written } from '../shortcuts/shortcut.ts'
import type { Command } from './command.ts'

export interface CommandSources {
  readonly me: Me
  /** The pages that the scopes allow. */
  readonly nav: Shown['nav']
  readonly preferences: Preferences
  readonly change: (part: Partial<Preferences>) => void
  readonly onGo: (path: string) => void
  readonly onSwitch: (tenant: Tenant) => Promise<void>
  readonly onSignOut: () => Promise<void>
  readonly onHelp: () => void
}

/** Everything that can be done from anywhere, and that is not the case already. */
export function commandsOf(sources: CommandSources): readonly Command[] {
  return [...pages(sources), ...switches(sources), ...account(sources)]
}

function pages({ nav, preferences, onGo }: CommandSources): readonly Command[] {
  const letters = lettersOf(nav)
  const inOrder = groupsOf(nav).flatMap(({ items }) => items)
  return inOrder.map(({ view, title, path, group }) => {
    const letter = preferences.singleKeys ? letters.get(view) : undefined
    return {
      id: `page ${view}`,
      title,
      group: 'Go to',
      words: `${group} ${path}`,
      keys: letter && written(`g ${letter}`),
      run: () => onGo(path),
    }
  })
}

const themes = [
  { value: 'light', title: 'Use the light theme' },
  { value: 'dark', title: 'Use the dark theme' },
  { value: 'auto', title: 'Use the theme of the system' },
] as const

function switches({ me, preferences, change, onSwitch }: CommandSources): readonly Command[] {
  const group = 'Switch'
  return [
    ...me.environments
      .filter((environment) => environment !== preferences.environment)
      .map(
        (environment) =>
          ({
            id: `environment ${environment}`,
            title: `Switch to ${environmentTitles[environment].toLowerCase()}`,
            words: `environment ${environment === 'sandbox' ? 'test' : 'live'}`,
            group,
            run: () => change({ environment }),
          }) as const,
      ),
    ...me.tenants
      .filter(({ id }) => id !== me.tenant.id)
      .map(
        (tenant) =>
          ({
            id: `tenant ${tenant.id}`,
            title: `Switch to ${tenant.name}`,
            words: 'tenant',
            group,
            run: () => onSwitch(tenant),
          }) as const,
      ),
    ...themes
      .filter(({ value }) => value !== preferences.theme)
      .map(
        ({ value: theme, title }) =>
          ({
            id: `theme ${theme}`,
            title,
            words: 'appearance mode',
            group,
            run: () => change({ theme }),
          }) as const,
      ),
  ]
}

function account({ onHelp, onSignOut }: CommandSources): readonly Command[] {
  const group = 'Account'
  return [
    { id: 'help', title: 'Show keyboard shortcuts', words: 'help keys', group, run: onHelp },
    { id: 'sign-out', title: 'Sign out', words: 'log off leave', group, run: onSignOut },
  ]
}
