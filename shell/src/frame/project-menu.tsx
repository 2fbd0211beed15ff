import { adopt, Button, useText } from '@sonaqor/ui'
import {
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ToggleEvent,
} from 'react'
import * as texts from '../texts/en.ts'
import type { FrameParts } from './frame-parts.ts'
import { nameOf, projectActs } from './project-acts.ts'
import { ProjectList } from './project-list.tsx'
import sheet from './project-menu.css'

adopt(sheet)

interface ProjectMenuProps {
  readonly frame: FrameParts
}

/**
 * All projects, or one of them alone, and what can be done to them: a native popover that opens on
 * the one that is looked at. It closes once something was chosen, and gives the focus back.
 */
export function ProjectMenu({ frame }: ProjectMenuProps) {
  const say = useText()
  const id = useId()
  const anchor = `--sq-projects-${id.replaceAll(/\W/g, '')}`
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const close = () => {
    panel.current?.hidePopover()
    button.current?.focus()
  }
  const toggled = ({ newState }: ToggleEvent) => {
    if (newState === 'closed') return setOpen(false)
    panel.current?.querySelector<HTMLElement>('input, [role=listbox]')?.focus()
  }
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    panel.current?.showPopover()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  /** The keyboard has gone on; nobody is without a place when the window itself loses the focus. */
  const left = ({ relatedTarget, currentTarget }: FocusEvent) => {
    const isElsewhere = relatedTarget && !currentTarget.contains(relatedTarget)
    if (isElsewhere && relatedTarget !== button.current) panel.current?.hidePopover()
  }

  return (
    <>
      <Button
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        popoverTarget={id}
        style={{ anchorName: anchor }}
        onKeyDown={openByArrow}
      >
        {nameOf(frame.preferences.project, say)}
        <span className="sq-menu-mark" aria-hidden="true" />
      </Button>
      {/* A dialog of its own element would be modal or nothing; the keys are heard where they pass. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        className="sq-projects"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="dialog"
        aria-label={say(texts.project)}
        style={{ positionAnchor: anchor }}
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={toggled}
        onKeyDown={press}
        onBlur={left}
      >
        {open && <Inside frame={frame} onDone={close} />}
      </div>
    </>
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
