import type { IconName } from '@sonaqor/ui'
import type { Shown } from '../use-dashboard.ts'

type NavItem = Pick<Shown['nav'][number], 'view' | 'group'>

/** The signs of the pages of the house. */
const ofView: Readonly<Record<string, IconName>> = {
  'home.audit': 'lock',
  'home.embeds': 'external',
  'home.jobs': 'clock',
  'home.projects': 'folder',
  'home.supportAccess': 'search',
  'home.team': 'people',
  'keys.list': 'key',
  'logs.list': 'list',
  'webhooks.endpoints': 'redirect',
}

/** A page that a module brings later has the sign of its group. */
const ofGroup: Readonly<Record<NavItem['group'], IconName>> = {
  overview: 'grid',
  build: 'box',
  understand: 'chart',
  account: 'person',
}

/** The sign that stands before a page's title in every list of pages. */
export function iconOf({ view, group }: NavItem): IconName {
  return ofView[view] ?? ofGroup[group]
}
