import type { MenuGroup, MenuItem } from '@sonaqor/ui'
import { adopt, Menu, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'
import type { FrameParts } from './frame-parts.ts'
import { nameOf, projectActs } from './project-acts.ts'
import sheet from './project-switcher.css'

adopt(sheet)

/** More than these are found by typing. */
export const fewProjects = 12

interface ProjectSwitcherProps {
  readonly frame: FrameParts
  /** Opens the place where one of very many is found. */
  readonly onFind: () => void
}

/** Which of the tenant's projects is looked at: all of them, or one alone. */
export function ProjectSwitcher({ frame, onFind }: ProjectSwitcherProps) {
  const say = useText()
  return (
    <fieldset className="sq-project">
      <legend className="sq-unseen">{say(texts.project)}</legend>
      <Menu label={nameOf(frame.preferences.project, say)} groups={groupsOf(frame, say, onFind)} />
    </fieldset>
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
