import { useModule } from '@sonaqor/module'
import { AppDrawer } from './app/app-drawer.tsx'
import { CreateAppDialog } from './app/create-app-dialog.tsx'
import { CreateProjectDialog } from './create-project-dialog.tsx'
import { DeletedDrawer } from './deleted/deleted-drawer.tsx'
import type { ProjectHead } from './use-projects.ts'

export interface AboveProps {
  /** As the address has it: what is created, the app whose drawer is open, and what was deleted. */
  readonly open: { readonly creating: string; readonly app: string; readonly deleted: boolean }
  readonly choose: (part: Partial<AboveProps['open']>) => void
  readonly creatingIn: ProjectHead | undefined
  readonly createIn: (project: ProjectHead | undefined) => void
  readonly projects: readonly ProjectHead[] | undefined
}

/** What lies above the list of projects; it comes after the page, with all that it takes. */
export function Above({ open, choose, creatingIn, createIn, projects }: AboveProps) {
  const { can } = useModule()
  const [first, ...others] = projects ?? []
  const closeCreating = () => choose({ creating: '' })
  return (
    <>
      {can('projects:write') && open.creating === 'project' && (
        <CreateProjectDialog onClose={closeCreating} />
      )}
      {can('apps:write') && open.creating === 'app' && first && (
        <CreateAppDialog projects={[first, ...others]} onClose={closeCreating} />
      )}
      {creatingIn && (
        <CreateAppDialog projects={[creatingIn]} onClose={() => createIn(undefined)} />
      )}
      {can('apps:read') && open.app !== '' && (
        <AppDrawer id={open.app} projects={projects} onClose={() => choose({ app: '' })} />
      )}
      {open.deleted && <DeletedDrawer onClose={() => choose({ deleted: false })} />}
    </>
  )
}
