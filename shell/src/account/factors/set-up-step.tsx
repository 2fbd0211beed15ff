import { adopt, useText } from '@sonaqor/ui'
import { useEffect, useRef, type ReactNode } from 'react'
import * as texts from '../../identity/texts/en.ts'
import sheet from './set-up-step.css'

adopt(sheet)

interface SetUpStepProps {
  readonly at: number
  readonly of: number
  readonly title: string
  /** What is there from the start takes no focus. */
  readonly isBeginning?: boolean
  /** Of its heading: below a dialog's title, or below that of the page. */
  readonly level?: 2 | 3
  readonly children: ReactNode
}

/**
 * One step of a set-up, headed by where one is. The focus comes to its heading as the step does, which
 * takes a key of its own for each.
 */
export function SetUpStep({
  at,
  of,
  title,
  isBeginning = false,
  level = 3,
  children,
}: SetUpStepProps) {
  const say = useText()
  const Heading = level === 2 ? 'h2' : 'h3'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isBeginning) heading.current?.focus()
  }, [isBeginning])
  return (
    <div className="sq-set-up">
      <div>
        <p className="sq-set-up-count">{say(texts.stepOf, { at, of })}</p>
        <Heading ref={heading} className="sq-set-up-title" tabIndex={-1}>
          {title}
        </Heading>
      </div>
      {children}
    </div>
  )
}
