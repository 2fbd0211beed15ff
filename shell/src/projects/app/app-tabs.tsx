import type { App } from '@sonaqor/contract/apps'
import type { Scope } from '@sonaqor/contract/access'
import {
  mayPlace,
  PlacedView,
  stateWithin,
  useModule,
  useViewState,
  type Params,
} from '@sonaqor/module'
import { Skeleton, Tabs, useText } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import { useMemo, useState } from 'react'
import { AppOverview } from './app-overview.tsx'
import * as texts from '../texts/en.ts'
import { useAppParts } from './use-app-parts.ts'

/** The tabs that are other modules, narrowed to the app. */
const modules = [
  { id: 'keys', view: 'keys.list', scope: 'keys:read', title: texts.keysTab },
  {
    id: 'webhooks',
    view: 'webhooks.endpoints',
    scope: 'webhooks:read',
    title: texts.webhooksTab,
  },
  { id: 'logs', view: 'logs.list', scope: 'logs:read', title: texts.logsTab },
] as const satisfies readonly {
  readonly id: string
  readonly view: string
  readonly scope: Scope
  readonly title: Text
}[]

const first = { tab: 'overview' }

interface AppTabsProps {
  readonly app: App
  readonly projectName: string | undefined
}

/** The parts of an app. A tab for which the scope or the place is missing is none. */
export function AppTabs({ app, projectName }: AppTabsProps) {
  const say = useText()
  const host = useModule()
  const [{ tab }, choose] = useViewState(first)
  const isThere = app.deletedAt === null
  const placed = modules.filter(
    ({ view, scope }) => isThere && host.can(scope) && mayPlace(host, view),
  )
  const hasSettings = isThere && host.kind === 'shell' && host.can('apps:write')
  const tabs = [
    { id: 'overview', label: say(texts.overviewTab) },
    ...placed.map(({ id, title }) => ({ id, label: say(title) })),
    ...(hasSettings ? [{ id: 'settings', label: say(texts.settings) }] : []),
  ]
  const open = tabs.some(({ id }) => id === tab) ? tab : first.tab
  const inner = placed.find(({ id }) => id === open)
  // What was written in the settings outlasts a look at the other tabs.
  const [areSettingsBegun, begin] = useState(false)
  const isSetting = open === 'settings'
  if (isSetting && !areSettingsBegun) begin(true)

  /** What leads to a module that stands here as a tab leads to the tab. */
  const lead = (view: string, params: Params = {}) => {
    const target = placed.find((one) => one.view === view)
    if (!target) return host.navigate(view, params)
    stateWithin(host.viewState, target.id).write(params)
    choose({ tab: target.id })
  }

  return (
    <Tabs
      label={say(texts.partsOfApp, { app: app.name })}
      tabs={tabs}
      value={open}
      onChange={(next) => choose({ tab: next })}
    >
      {open === 'overview' && <AppOverview app={app} projectName={projectName} />}
      {hasSettings && areSettingsBegun && (
        <div className="sq-app-parts" hidden={!isSetting}>
          <SettingsOf app={app} onMissed={() => choose(first)} />
        </div>
      )}
      {inner && <ModuleOf key={inner.id} of={inner} app={app} onLead={lead} />}
    </Tabs>
  )
}

interface SettingsOfProps {
  readonly app: App
  readonly onMissed: () => void
}

function SettingsOf({ app, onMissed }: SettingsOfProps) {
  const { parts } = useAppParts(true, onMissed)
  if (!parts) return <Skeleton rows={5} />
  return (
    <>
      <parts.AppSettings app={app} />
      <parts.AppVersion app={app} />
    </>
  )
}

interface ModuleOfProps {
  readonly of: (typeof modules)[number]
  readonly app: App
  readonly onLead: (view: string, params?: Params) => void
}

/** Another module in a tab; what is chosen in it stands in the address beside what is chosen here. */
function ModuleOf({ of: { id, view }, app, onLead }: ModuleOfProps) {
  const { viewState } = useModule()
  const own = useMemo(() => stateWithin(viewState, id), [viewState, id])
  return (
    <div className="sq-app-inner">
      <PlacedView
        view={view}
        app={{ id: app.id, environment: app.environment }}
        viewState={own}
        navigate={onLead}
      />
    </div>
  )
}
