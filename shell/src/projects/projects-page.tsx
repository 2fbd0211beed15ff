import { Permitted, useModule, useParts, useViewState } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, Page, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from './texts/en.ts'
import { ProjectSection, SectionSkeleton } from './project-section.tsx'
import { useProjects, type ProjectHead } from './use-projects.ts'

/** What is open above the list; the command menu and links open it by the address. */
const nothingOpen = { creating: '', app: '', deleted: false }

export default function ProjectsPage() {
  const say = useText()
  const words = { title: say(texts.projectsAndApps), purpose: say(texts.projectsPurpose) }
  return (
    <Permitted scope="projects:read" to={say(texts.toSeeProjects)} page={words}>
      <ProjectsOfTenant words={words} />
    </Permitted>
  )
}

interface ProjectsOfTenantProps {
  readonly words: { readonly title: string; readonly purpose: string }
}

function ProjectsOfTenant({ words }: ProjectsOfTenantProps) {
  const say = useText()
  const { can, project: only } = useModule()
  const projects = useProjects()
  const above = useAbove()
  const { parts, choose } = above
  const mayCreate = can('projects:write')
  const createButton = mayCreate && (
    <Button
      look="primary"
      icon="plus"
      onPointerEnter={above.fetchAhead}
      onClick={() => choose({ creating: 'project' })}
    >
      {say(texts.createProject)}
    </Button>
  )

  return (
    <Page
      {...words}
      actions={
        <>
          {parts && mayCreate && (
            <Button onClick={() => choose({ deleted: true })}>{say(texts.deletedThings)}</Button>
          )}
          {createButton}
        </>
      }
    >
      <Loaded
        of={projects}
        loading={<SectionSkeleton />}
        empty={
          <Empty title={say(texts.noProjects)} action={createButton}>
            {say(texts.noProjectsDetail)}
          </Empty>
        }
      >
        {(rows) => (
          <>
            {rows.map((project) => (
              <ProjectSection
                key={project.id}
                project={project}
                openApp={above.open.app}
                onOpenApp={(app) => choose({ app })}
                onCreateApp={() => above.createIn(project)}
                acts={parts?.ProjectActs}
              />
            ))}
            {!only && (
              <LoadMore counted={say(texts.projectsShown, { count: rows.length })} of={projects} />
            )}
          </>
        )}
      </Loaded>
      {parts && <parts.Above {...above} projects={projects.data} />}
    </Page>
  )
}

type Parts = typeof import('./projects-parts.ts')

/** What is open above the list, and the parts that it takes. */
function useAbove() {
  const say = useText()
  const toast = useToast()
  const [open, choose] = useViewState(nothingOpen)
  const [creatingIn, createIn] = useState<ProjectHead>()
  const fetched = useParts<Parts>(
    () => import('./projects-parts.ts'),
    open.creating !== '' || open.app !== '' || open.deleted || creatingIn !== undefined,
    () => {
      choose(nothingOpen)
      createIn(undefined)
      toast({
        title: say(texts.notOpened),
        detail: say(texts.checkConnection),
        tone: 'danger',
      })
    },
  )
  return { open, choose, creatingIn, createIn, ...fetched }
}
