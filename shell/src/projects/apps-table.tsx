import type { App } from '@sonaqor/contract/apps'
import type { Project } from '@sonaqor/contract/projects'
import { EnvironmentBadge, useModule } from '@sonaqor/module'
import { adopt, CopyButton, RelativeTime, Table, type Column } from '@sonaqor/ui'
import sheet from './apps-table.css'

adopt(sheet)

export interface AppsTableProps {
  readonly project: Project
  readonly apps: readonly App[]
}

/** Apps of both environments, told apart; those of the one that is not looked at step back. */
export function AppsTable({ project, apps }: AppsTableProps) {
  const { environment } = useModule()
  return (
    <Table
      caption={`Apps of ${project.name}`}
      columns={columns}
      rows={apps}
      keyOf={(app) => app.id}
      isFaded={(app) => app.environment !== environment}
    />
  )
}

const columns: readonly Column<App>[] = [
  { id: 'name', title: 'App', cell: (app) => <AppName of={app} /> },
  {
    id: 'environment',
    title: 'Environment',
    cell: (app) => <EnvironmentOf app={app} />,
  },
  { id: 'origins', title: 'May be embedded on', cell: (app) => <Origins of={app.origins} /> },
  {
    id: 'created',
    title: 'Created',
    align: 'end',
    cell: (app) => <RelativeTime at={app.createdAt} />,
  },
]

function EnvironmentOf({ app }: { readonly app: App }) {
  const { environment } = useModule()
  return (
    <>
      <EnvironmentBadge of={app.environment} />
      {app.environment !== environment && <div className="sq-apps-aside">Not looked at now</div>}
    </>
  )
}

function AppName({ of: app }: { readonly of: App }) {
  return (
    <div>
      <div className="sq-apps-name">{app.name}</div>
      <div className="sq-apps-id">
        <code>{app.id}</code>
        <CopyButton text={app.id} what={`id of ${app.name}`} />
      </div>
    </div>
  )
}

function Origins({ of: origins }: { readonly of: App['origins'] }) {
  if (origins.length === 0) return 'No origin yet'
  return (
    <ul className="sq-apps-origins">
      {origins.map((origin) => (
        <li key={origin}>
          <code>{origin}</code>
        </li>
      ))}
    </ul>
  )
}
