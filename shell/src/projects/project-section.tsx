import type { Project } from '@sonaqor/contract/projects'
import { Permitted, useModule } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, Section, Skeleton } from '@sonaqor/ui'
import { useState } from 'react'
import { AppsTable } from './apps-table.tsx'
import { CreateAppDialog } from './create-app-dialog.tsx'
import { useAppsOf } from './use-projects.ts'

/** A project and the apps in it. */
export function ProjectSection({ project }: { readonly project: Project }) {
  const { can } = useModule()
  const [creating, setCreating] = useState(false)
  return (
    <Section
      title={project.name}
      {...(project.description && { purpose: project.description })}
      actions={
        can('apps:write') && (
          <Button
            icon="plus"
            aria-label={`Create app in ${project.name}`}
            onClick={() => setCreating(true)}
          >
            Create app
          </Button>
        )
      }
    >
      <Permitted scope="apps:read" to="see the apps of this project">
        <AppsOf project={project} />
      </Permitted>
      {creating && <CreateAppDialog project={project} onClose={() => setCreating(false)} />}
    </Section>
  )
}

function AppsOf({ project }: { readonly project: Project }) {
  const apps = useAppsOf(project.id)
  return (
    <Loaded
      of={apps}
      loading={<Skeleton rows={2} />}
      empty={
        <Empty title="No apps in this project">
          An app belongs to one environment; its keys call the Partner API.
        </Empty>
      }
    >
      {(rows) => (
        <>
          <AppsTable project={project} apps={rows} />
          {apps.hasNextPage && <LoadMore shown={rows.length} what={['app', 'apps']} of={apps} />}
        </>
      )}
    </Loaded>
  )
}
