import { Permitted, useModule } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, Section, Skeleton, useText } from '@sonaqor/ui'
import type { ComponentType } from 'react'
import * as texts from './texts/en.ts'
import { AppsSkeleton, AppsTable } from './apps-table.tsx'
import { useAppsOf, type ProjectHead } from './use-projects.ts'

export interface ProjectSectionProps {
  readonly project: ProjectHead
  /** The id of the app whose drawer is open. */
  readonly openApp: string
  readonly onOpenApp: (id: string) => void
  readonly onCreateApp: () => void
  /** What else can be done with the project, once it is there. */
  readonly acts: ComponentType<{ readonly of: ProjectHead }> | undefined
}

/** A project and the apps in it. */
export function ProjectSection({ onCreateApp, acts: Acts, ...apps }: ProjectSectionProps) {
  const { project } = apps
  const say = useText()
  const { can } = useModule()
  const createButton = can('apps:write') && (
    <Button
      icon="plus"
      aria-label={say(texts.createAppIn, { project: project.name })}
      onClick={onCreateApp}
    >
      {say(texts.createApp)}
    </Button>
  )
  return (
    <Section
      title={project.name}
      {...(project.description && { purpose: project.description })}
      actions={
        <>
          {createButton}
          {Acts && <Acts of={project} />}
        </>
      }
    >
      <Permitted scope="apps:read" to={say(texts.toSeeApps)}>
        <AppsOf {...apps} />
      </Permitted>
    </Section>
  )
}

function AppsOf({
  project,
  openApp,
  onOpenApp,
}: Omit<ProjectSectionProps, 'onCreateApp' | 'acts'>) {
  const say = useText()
  const apps = useAppsOf(project.id)
  return (
    <Loaded
      of={apps}
      loading={<AppsSkeleton />}
      empty={<Empty title={say(texts.noApps)}>{say(texts.noAppsDetail)}</Empty>}
    >
      {(rows) => (
        <>
          <AppsTable
            project={project}
            apps={rows}
            openApp={openApp}
            onOpen={(app) => onOpenApp(app.id)}
          />
          {apps.hasNextPage && (
            <LoadMore counted={say(texts.appsShown, { count: rows.length })} of={apps} />
          )}
        </>
      )}
    </Loaded>
  )
}

/** The shape of a project before any is known. */
export function SectionSkeleton() {
  return (
    <>
      <Skeleton rows={1} />
      <AppsSkeleton />
    </>
  )
}
