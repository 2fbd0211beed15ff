import type { App } from '@sonaqor/contract/apps'
import { EnvironmentBadge, useModule } from '@sonaqor/module'
import { adopt, RelativeTime, Table, TableSkeleton, useText, type Column } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'
import sheet from './apps-table.css'
import type { ProjectHead } from './use-projects.ts'

adopt(sheet)

export interface AppsTableProps {
  readonly project: ProjectHead
  readonly apps: readonly App[]
  /** The id of the app whose drawer is open. */
  readonly openApp: string
  readonly onOpen: (app: App) => void
}

/** Apps of both environments, told apart; those of the one that is not looked at step back. */
export function AppsTable({ project, apps, openApp, onOpen }: AppsTableProps) {
  const say = useText()
  const { environment } = useModule()
  return (
    <Table
      caption={say(texts.appsOf, { project: project.name })}
      columns={columnsIn(say)}
      rows={apps}
      keyOf={(app) => app.id}
      nameOf={(app) => say(texts.openApp, { app: app.name })}
      onOpen={onOpen}
      openKey={openApp}
      isFaded={(app) => app.environment !== environment}
    />
  )
}

/** The same columns before their rows are there. */
export function AppsSkeleton() {
  return <TableSkeleton columns={columnsIn(useText())} rows={3} />
}

const columnsIn = (say: Say): readonly Column<App>[] => [
  {
    id: 'name',
    title: say(texts.app),
    cell: (app) => <span className="sq-apps-name">{app.name}</span>,
  },
  {
    id: 'environment',
    title: say(texts.environment),
    cell: (app) => <EnvironmentOf app={app} />,
  },
  { id: 'origins', title: say(texts.origins), cell: (app) => <Origins of={app.origins} /> },
  {
    id: 'created',
    title: say(texts.created),
    align: 'end',
    cell: (app) => <RelativeTime at={app.createdAt} />,
  },
]

function EnvironmentOf({ app }: { readonly app: App }) {
  const say = useText()
  const { environment } = useModule()
  return (
    <>
      <EnvironmentBadge of={app.environment} />
      {app.environment !== environment && (
        <div className="sq-apps-aside">{say(texts.notLookedAt)}</div>
      )}
    </>
  )
}

/** The first one, and how many there are beside it; the drawer has them all. */
function Origins({ of: [first, ...others] }: { readonly of: App['origins'] }) {
  const say = useText()
  if (first === undefined) return <span className="sq-apps-aside">{say(texts.noOrigin)}</span>
  return (
    <span className="sq-apps-origin">
      <code>{first}</code>
      {others.length > 0 && (
        <span className="sq-apps-aside"> {say(texts.moreOrigins, { count: others.length })}</span>
      )}
    </span>
  )
}
