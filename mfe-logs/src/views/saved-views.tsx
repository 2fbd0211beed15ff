import { pageMax } from '@sonaqor/contract/page-bounds'
import type { LogView } from '@sonaqor/contract/log-views'
import { useModule, useQuery } from '@sonaqor/module'
import { Menu, useText, type MenuGroup } from '@sonaqor/ui'
import { useState } from 'react'
import type { Narrowing } from '../logs/log-filter.ts'
import * as texts from '../insight/texts/en.ts'
import { ManageViews } from './manage-views.tsx'
import { SaveView } from './save-view.tsx'
import { isShownBy, savedFrom, shownBy } from './view-state.ts'

export interface SavedViewsProps {
  readonly shown: Narrowing
  readonly onShow: (view: Narrowing) => void
}

const none: readonly LogView[] = []

/** Filters that somebody has kept under a name, one's own and the team's. */
export function SavedViews({ shown, onShow }: SavedViewsProps) {
  const say = useText()
  const { api } = useModule()
  const [asked, setAsked] = useState<'save' | 'manage'>()
  const { data = none } = useQuery({
    queryKey: ['log-views'],
    queryFn: async () => (await api.logViews.list({ query: { limit: pageMax } })).data,
  })
  const close = () => setAsked(undefined)
  const items = (isShared: boolean) =>
    data
      .filter((view) => (view.isShared || !view.isOwn) === isShared)
      .map((view) => ({
        id: view.id,
        label: view.isOwn
          ? view.name
          : say(texts.viewOf, { name: view.name, maker: view.madeBy.name }),
        onChoose: () => onShow(shownBy(view.filter)),
        icon: isShownBy(view.filter, shown) ? ('check' as const) : undefined,
        current: isShownBy(view.filter, shown),
      }))
  const groups: readonly MenuGroup[] = [
    { id: 'own', title: say(texts.ownViews), items: items(false) },
    { id: 'team', title: say(texts.teamsViews), items: items(true) },
  ].filter((group) => group.items.length > 0)
  const acts: MenuGroup = {
    id: 'acts',
    items: [
      {
        id: 'save',
        icon: 'plus',
        label: say(texts.saveViewAsked),
        onChoose: () => setAsked('save'),
      },
      ...(data.length > 0
        ? [
            {
              id: 'manage',
              icon: 'list' as const,
              label: say(texts.manageViewsAsked),
              onChoose: () => setAsked('manage'),
            },
          ]
        : []),
    ],
  }
  return (
    <>
      <Menu label={say(texts.views)} groups={[...groups, acts]} />
      {asked === 'save' && <SaveView filter={savedFrom(shown)} onClose={close} />}
      {asked === 'manage' && <ManageViews views={data} onClose={close} />}
    </>
  )
}
