import { useEffect, useRef, type ReactNode, type Ref } from 'react'

export interface StepBodyProps {
  readonly title: string
  readonly purpose?: string | undefined
  /** It has taken the place of another step; what is there from the start takes no focus. */
  readonly arrives: boolean
  readonly ref: Ref<HTMLDivElement>
  readonly children: ReactNode
}

/**
 * What one step asks. The focus comes to its heading, so that everybody learns at the same moment
 * that the page has gone on.
 */
export function StepBody({ title, purpose, arrives, ref, children }: StepBodyProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrives) heading.current?.focus()
  }, [arrives])

  return (
    <div ref={ref} className="sq-wizard-step">
      <div>
        <h2 ref={heading} className="sq-wizard-title" tabIndex={-1}>
          {title}
        </h2>
        {purpose && <p className="sq-wizard-purpose">{purpose}</p>}
      </div>
      {children}
    </div>
  )
}
