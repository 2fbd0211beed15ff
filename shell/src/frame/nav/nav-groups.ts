import * as texts from '../../texts/en.ts'
import type { Shown } from '../use-dashboard.ts'

/** The pages of one group, in their order. */
export interface NavGroup {
  readonly name: (typeof groups)[number]['name']
  readonly title: (typeof groups)[number]['title']
  readonly items: Shown['nav']
  /** A page that is called as its group is stands without a title above it. */
  readonly isUntitled: boolean
}

const groups = [
  { name: 'overview', title: texts.overviewGroup },
  { name: 'build', title: texts.buildGroup },
  { name: 'understand', title: texts.understandGroup },
  { name: 'account', title: texts.accountGroup },
] as const

/** What one can go to, in groups; a group without a page is none. */
export function groupsOf(nav: Shown['nav']): readonly NavGroup[] {
  return groups.flatMap((group) => {
    const items = nav.filter((item) => item.group === group.name)
    const isUntitled = items.length === 1 && group.name === 'overview'
    return items.length > 0 ? [{ ...group, items, isUntitled }] : []
  })
}
