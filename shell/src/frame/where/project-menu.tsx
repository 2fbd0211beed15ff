import { adopt, Button, PanelButton, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import type { FrameParts } from '../frame-parts.ts'
import { nameOf, projectActs } from './project-acts.ts'
import { ProjectList } from './project-list.tsx'
import sheet from './project-menu.css'

adopt(sheet)

interface ProjectMenuProps {
  readonly frame: FrameParts
}

/**
 * All projects, or one of them alone, and what can be done to them. It opens on the one that is looked
 * at, and closes once something was chosen.
 */
export function ProjectMenu({ frame }: ProjectMenuProps) {
  const say = useText()
  const chosen = nameOf(frame.preferences.project, say)
  return (
    <PanelButton
      name={say(texts.project)}
      label={chosen}
      shown={
        <>
          {chosen}
          <span className="sq-menu-mark" aria-hidden="true" />
        </>
      }
      className="sq-projects"
    >
      {(close) => <Inside frame={frame} onDone={close} />}
    </PanelButton>
  )
}

interface InsideProps extends ProjectMenuProps {
  readonly onDone: () => void
}

/** The focus returns before the act, so that a dialog opened by it knows where to give it back. */
function Inside({ frame, onDone }: InsideProps) {
  const say = useText()
  const { projects, preferences, change } = frame
  return (
    <>
      <ProjectList
        all={projects.all}
        chosen={preferences.project}
        onChoose={(project) => {
          onDone()
          change({ project })
        }}
      />
      {projects.state === 'failed' && (
        <p className="sq-projects-note">{say(texts.projectsNotRead)}</p>
      )}
      <div className="sq-projects-acts">
        {projectActs(frame, say).map(({ id, label, icon, onChoose }) => (
          <Button
            key={id}
            look="quiet"
            icon={icon}
            onClick={() => {
              onDone()
              onChoose()
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </>
  )
}
