import type { Shown } from './use-dashboard.ts'

/** The pages of one group, in their order. */
export interface NavGroup {
  readonly name: string
  readonly title: string
  readonly items: Shown['nav']
  /** A page that is called as its group is stands without a title above it. */
  readonly isUntitled: boolean
}

const groups = [
  { name: 'overview', title: 'Overview' },
  { name: 'build', title: 'Build' },
  { name: 'understand', title: 'Understand' },
  { name: 'account', title: 'Account' },
] as const

/** What one can go to, in groups; a group without a page is none. */
export function groupsOf(nav: Shown['nav']): readonly NavGroup[] {
  return groups.flatMap((group) => {
    const items = nav.filter((item) => item.group === group.name)
    const isUntitled = items.length === 1 && items[0]?.title === group.title
    return items.length > 0 ? [{ ...group, items, isUntitled }] : []
  })
}
