import { adopt, useArrival } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import sheet from './key-in-hand.css'

adopt(sheet)

export interface KeyInHandProps {
  readonly title: string
  /** Lines of it, a paragraph each. */
  readonly children: ReactNode
}

/** Which key a step is about. It has the focus at first, so that listening begins here. */
export function KeyInHand({ title, children }: KeyInHandProps) {
  const arrival = useArrival<HTMLHeadingElement>()
  return (
    <div className="sq-key-in-hand">
      <h3 ref={arrival} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </div>
  )
}
