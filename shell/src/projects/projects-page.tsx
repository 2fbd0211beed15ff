import { Permitted, useModule, useViewState } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, Page, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { AppDrawer } from './app-drawer.tsx'
import { CreateAppDialog } from './create-app-dialog.tsx'
import { CreateProjectDialog } from './create-project-dialog.tsx'
import { ProjectSection, SectionSkeleton } from './project-section.tsx'
import { useProjects } from './use-projects.ts'

/** What is open above the list; the command menu and links open it by the address. */
const nothingOpen = { creating: '', app: '' }

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
  const [open, choose] = useViewState(nothingOpen)
  const [first, ...others] = projects.data ?? []
  const mayCreate = can('projects:write')
  const createButton = mayCreate && (
    <Button look="primary" icon="plus" onClick={() => choose({ creating: 'project' })}>
      {say(texts.createProject)}
    </Button>
  )

  return (
    <Page {...words} actions={createButton}>
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
                openApp={open.app}
                onOpenApp={(app) => choose({ app })}
              />
            ))}
            {!only && (
              <LoadMore counted={say(texts.projectsShown, { count: rows.length })} of={projects} />
            )}
          </>
        )}
      </Loaded>
      {mayCreate && open.creating === 'project' && (
        <CreateProjectDialog onClose={() => choose({ creating: '' })} />
      )}
      {can('apps:write') && open.creating === 'app' && first && (
        <CreateAppDialog projects={[first, ...others]} onClose={() => choose({ creating: '' })} />
      )}
      {can('apps:read') && open.app !== '' && (
        <AppDrawer id={open.app} projects={projects.data} onClose={() => choose({ app: '' })} />
      )}
    </Page>
  )
}
