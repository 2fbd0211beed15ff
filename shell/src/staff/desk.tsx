import type { Look, StaffSession } from '@sonaqor/contract/staff'
import { Tabs, useText } from '@sonaqor/ui'
import { ActsTab } from './acts-tab.tsx'
import { LooksTab } from './looks/looks-tab.tsx'
import { ModulesTab } from './modules-tab.tsx'
import { PeopleTab } from './people/people-tab.tsx'
import type { StaffApi } from './staff-api.ts'
import { TenantsTab } from './tenants/tenants-tab.tsx'
import * as texts from './texts/en.ts'
import { useTab } from './use-tab.ts'

const tabs = {
  looks: { label: texts.looksTab, scope: 'staff:look' },
  tenants: { label: texts.tenantsTab, scope: 'staff:tenants' },
  modules: { label: texts.modulesTab, scope: 'staff:releases' },
  people: { label: texts.peopleTab, scope: 'staff:people' },
  acts: { label: texts.actsTab, scope: 'staff:people' },
} as const
type TabId = keyof typeof tabs

interface DeskProps {
  readonly api: StaffApi
  readonly session: StaffSession
  readonly onEnter: (look: Look) => void
}

/** What the role of whoever is signed in lets them do, a tab for each. */
export function Desk({ api, session: { me }, onEnter }: DeskProps) {
  const say = useText()
  const mine = (Object.keys(tabs) as TabId[]).filter((id) => me.scopes.includes(tabs[id].scope))
  const [tab, choose] = useTab<TabId>(['looks', ...mine.filter((id) => id !== 'looks')])
  return (
    <Tabs
      label={say(texts.staffConsole)}
      tabs={mine.map((id) => ({ id, label: say(tabs[id].label) }))}
      value={tab}
      onChange={choose}
    >
      {tab === 'looks' && <LooksTab api={api} onEnter={onEnter} onFind={() => choose('tenants')} />}
      {tab === 'tenants' && (
        <TenantsTab
          api={api}
          maySuspend={me.scopes.includes('staff:suspend')}
          mayPlan={me.scopes.includes('staff:plans')}
          onAsked={() => choose('looks')}
        />
      )}
      {tab === 'modules' && <ModulesTab api={api} />}
      {tab === 'people' && <PeopleTab api={api} ownId={me.id} />}
      {tab === 'acts' && <ActsTab api={api} />}
    </Tabs>
  )
}
