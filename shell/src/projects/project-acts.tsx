import type { Project } from '@sonaqor/contract/projects'
import { useModule } from '@sonaqor/module'
import { Menu, useText, type MenuItem } from '@sonaqor/ui'
import { useState } from 'react'
import { CompareDrawer } from './compare/compare-drawer.tsx'
import { DeleteDialog } from './deleted/delete-dialog.tsx'
import { asProject } from './deleted/deleting.ts'
import { EditProjectDialog } from './edit-project-dialog.tsx'
import * as texts from './texts/en.ts'
import { useProject } from './use-project.ts'
import type { ProjectHead } from './use-projects.ts'

/** What is open above the list, on behalf of one project. */
type Opened = 'none' | 'edit' | 'compare' | 'delete'

/** What can be done with a project, and the dialogs in which it is done. */
export function ProjectActs({ of: head }: { readonly of: ProjectHead }) {
  const say = useText()
  const { can } = useModule()
  const [opened, open] = useState<Opened>('none')
  const read = useProject(head.id, !isWhole(head))
  const project = isWhole(head) ? head : read.data
  const close = () => open('none')
  const mayWrite = can('projects:write') && project !== undefined
  const changes: readonly (MenuItem | false)[] = [
    mayWrite && { id: 'edit', label: say(texts.editEllipsis), onChoose: () => open('edit') },
    can('apps:read') && {
      id: 'compare',
      icon: 'columns',
      label: say(texts.compareEllipsis),
      onChoose: () => open('compare'),
    },
  ]
  const items = changes.filter((item) => item !== false)
  if (items.length === 0) return null

  return (
    <>
      <Menu
        label={say(texts.actionsForProject, { project: head.name })}
        icon="more"
        look="quiet"
        groups={[
          { id: 'change', items },
          ...(mayWrite
            ? [
                {
                  id: 'end',
                  items: [
                    {
                      id: 'delete',
                      icon: 'block' as const,
                      danger: true,
                      label: say(texts.deleteEllipsis),
                      onChoose: () => open('delete'),
                    },
                  ],
                },
              ]
            : []),
        ]}
      />
      {project && opened === 'edit' && <EditProjectDialog project={project} onClose={close} />}
      {project && opened === 'delete' && <DeleteDialog of={asProject(project)} onClose={close} />}
      {opened === 'compare' && <CompareDrawer projectId={head.id} onClose={close} />}
    </>
  )
}

/** One that stands on a further page of the list is known by its name alone. */
function isWhole(head: ProjectHead): head is Project {
  return head.revision !== undefined
}
