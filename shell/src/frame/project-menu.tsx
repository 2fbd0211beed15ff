import type { MenuGroup, MenuItem } from '@sonaqor/ui'
import { Menu, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'
import type { FrameParts } from './frame-parts.ts'
import { nameOf, projectActs } from './project-acts.ts'

/** More than these are found by typing. */
export const fewProjects = 12

interface ProjectMenuProps {
  readonly frame: FrameParts
  /** Opens the place where one of very many is found. */
  readonly onFind: () => void
}

/** All projects, or one of them alone, and what can be done to them. */
export function ProjectMenu({ frame, onFind }: ProjectMenuProps) {
  const say = useText()
  return (
    <Menu label={nameOf(frame.preferences.project, say)} groups={groupsOf(frame, say, onFind)} />
  )
}

function groupsOf(frame: FrameParts, say: Say, onFind: () => void): readonly MenuGroup[] {
  const { projects, preferences, change } = frame
  const { project } = preferences
  const isFew = projects.all.length <= fewProjects
  const near = isFew ? projects.all : project ? [project] : []
  const all = { id: 'all', label: say(texts.allProjects) }
  const find = {
    id: 'find',
    label: say(texts.findProject),
    icon: 'search',
    onChoose: onFind,
  } as const
  const groups: readonly MenuGroup[] = [
    {
      id: 'projects',
      items: [
        choiceOf(all, !project, () => change({ project: undefined })),
        ...near.map((other) =>
          choiceOf({ id: other.id, label: nameOf(other, say) }, other.id === project?.id, () =>
            change({ project: other }),
          ),
        ),
        ...(isFew ? [] : [find]),
      ],
    },
    { id: 'acts', items: projectActs(frame, say) },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

function choiceOf(
  item: Pick<MenuItem, 'id' | 'label'>,
  isChosen: boolean,
  onChoose: () => void,
): MenuItem {
  return { ...item, onChoose, ...(isChosen && { icon: 'check' }) }
}
