import { adopt, Button, useText } from '@sonaqor/ui'
import { useLayoutEffect, useRef } from 'react'
import * as texts from '../../texts/en.ts'
import type { FrameParts } from '../frame-parts.ts'
import { nameOf } from './project-acts.ts'
import sheet from './project-switcher.css'
import type { AtHand } from '../use-at-hand.ts'

adopt(sheet)

interface ProjectSwitcherProps {
  readonly frame: FrameParts
  readonly atHand: AtHand
}

/**
 * Which of the tenant's projects is looked at: all of them, or one alone. Until its menu has come,
 * a press leads to where the project is chosen too.
 */
export function ProjectSwitcher({ frame, atHand: { parts, show } }: ProjectSwitcherProps) {
  const say = useText()
  const find = () => show('where')
  const place = useRef<HTMLFieldSetElement>(null)
  const hasFocus = useRef(false)
  // Whoever stands on the button stays there when the menu takes its place.
  useLayoutEffect(() => {
    if (parts && hasFocus.current) place.current?.querySelector('button')?.focus()
  }, [parts])
  return (
    <fieldset ref={place} className="sq-project">
      <legend className="sq-unseen">{say(texts.project)}</legend>
      {parts ? (
        <parts.ProjectMenu frame={frame} />
      ) : (
        <Button
          aria-haspopup="dialog"
          onClick={find}
          onFocus={() => (hasFocus.current = true)}
          onBlur={() => (hasFocus.current = false)}
        >
          {nameOf(frame.preferences.project, say)}
          <span className="sq-menu-mark" aria-hidden="true" />
        </Button>
      )}
    </fieldset>
  )
}
