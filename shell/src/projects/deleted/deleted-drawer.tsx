import { EnvironmentBadge, useModule } from '@sonaqor/module'
import {
  adopt,
  Badge,
  Button,
  Drawer,
  Empty,
  Loaded,
  LoadMore,
  RelativeTime,
  Said,
  Section,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import type { ReactNode } from 'react'
import sheet from './deleted-drawer.css'
import {
  asApp,
  asProject,
  useDeletedApps,
  useDeletedProjects,
  useRestoring,
  type Deletable,
} from './deleting.ts'
import { restorableDays } from './restorable-days.ts'
import * as texts from '../texts/en.ts'

adopt(sheet)

/** What was deleted and can be brought back, with the time that is left for it. */
export function DeletedDrawer({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const { can } = useModule()
  return (
    <Drawer
      title={say(texts.deletedThings)}
      aside={say(texts.deletedAside, { days: restorableDays })}
      onClose={onClose}
    >
      <DeletedProjects />
      {can('apps:read') && <DeletedApps />}
    </Drawer>
  )
}

function DeletedProjects() {
  const say = useText()
  const { can } = useModule()
  const gone = useDeletedProjects()
  return (
    <Section title={say(texts.deletedProjects)}>
      <Loaded
        of={gone}
        loading={<Skeleton rows={2} />}
        empty={<Empty title={say(texts.noDeletedProjects)} />}
      >
        {(rows) => (
          <>
            <ul className="sq-deleted">
              {rows.map((project) => (
                <Row
                  key={project.id}
                  of={asProject(project)}
                  until={project.restorableUntil}
                  mayRestore={can('projects:write')}
                >
                  <Badge icon="folder">{say(texts.project)}</Badge>
                </Row>
              ))}
            </ul>
            {gone.hasNextPage && (
              <LoadMore counted={say(texts.projectsShown, { count: rows.length })} of={gone} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function DeletedApps() {
  const say = useText()
  const { can } = useModule()
  const gone = useDeletedApps()
  return (
    <Section title={say(texts.deletedApps)} purpose={say(texts.deletedAppsPurpose)}>
      <Loaded
        of={gone}
        loading={<Skeleton rows={2} />}
        empty={<Empty title={say(texts.noDeletedApps)} />}
      >
        {(rows) => (
          <>
            <ul className="sq-deleted">
              {rows.map((app) => (
                <Row
                  key={app.id}
                  of={asApp(app)}
                  until={app.restorableUntil}
                  mayRestore={can('apps:write')}
                >
                  <EnvironmentBadge of={app.environment} />
                </Row>
              ))}
            </ul>
            {gone.hasNextPage && (
              <LoadMore counted={say(texts.appsShown, { count: rows.length })} of={gone} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

interface RowProps {
  readonly of: Deletable
  readonly until: string | null
  readonly mayRestore: boolean
  readonly children: ReactNode
}

function Row({ of: thing, until, mayRestore, children }: RowProps) {
  const say = useText()
  const restoring = useRestoring()
  return (
    <li className="sq-deleted-row">
      <div className="sq-deleted-words">
        <strong>{thing.name}</strong>
        <span className="sq-deleted-aside">
          {children}
          {until && (
            <span>
              <Said of={texts.goneForGood} with={{ when: <RelativeTime at={until} /> }} />
            </span>
          )}
        </span>
      </div>
      {mayRestore && (
        <Button
          size="small"
          icon="undo"
          busy={restoring.isPending}
          aria-label={say(texts.restoreNamed, { name: thing.name })}
          onClick={() => restoring.mutate(thing)}
        >
          {say(texts.restore)}
        </Button>
      )}
    </li>
  )
}
