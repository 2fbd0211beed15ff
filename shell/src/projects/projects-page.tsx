import { Permitted, useModule } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, Page } from '@sonaqor/ui'
import { useState } from 'react'
import { CreateProjectDialog } from './create-project-dialog.tsx'
import { ProjectSection } from './project-section.tsx'
import { useProjects } from './use-projects.ts'

const words = {
  title: 'Projects & apps',
  purpose: 'Projects group your apps. An app is the door by which data enters one environment.',
}

export default function ProjectsPage() {
  return (
    <Permitted scope="projects:read" to="see projects" page={words}>
      <ProjectsOfTenant />
    </Permitted>
  )
}

function ProjectsOfTenant() {
  const { can } = useModule()
  const projects = useProjects()
  const [creating, setCreating] = useState(false)
  const createButton = can('projects:write') && (
    <Button look="primary" icon="plus" onClick={() => setCreating(true)}>
      Create project
    </Button>
  )

  return (
    <Page {...words} actions={createButton}>
      <Loaded
        of={projects}
        empty={
          <Empty title="No projects yet" action={createButton}>
            Create one, then an app in it; apps hold the API keys.
          </Empty>
        }
      >
        {(rows) => (
          <>
            {rows.map((project) => (
              <ProjectSection key={project.id} project={project} />
            ))}
            <LoadMore shown={rows.length} what={['project', 'projects']} of={projects} />
          </>
        )}
      </Loaded>
      {creating && <CreateProjectDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}
