import type { MouseEvent, ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import sheet from './link.css'

adopt(sheet)

/** Keeps the sign on the line of the last word. */
const joiner = '\u2060'

export interface LinkProps {
  readonly href: string
  /** `quiet` where many stand together, as in a table: the line comes with the pointer. */
  readonly look?: 'plain' | 'quiet'
  /** It leads out of the product, to a tab of its own, and says so. */
  readonly outside?: boolean
  /** Goes there without the page being loaded anew. A wish for a new tab is left to the browser. */
  readonly onFollow?: () => void
  /** Where it leads, in words that can be understood alone. */
  readonly children: ReactNode
}

/** Goes somewhere. What does something is a `Button`. */
export function Link({ href, look = 'plain', outside = false, onFollow, children }: LinkProps) {
  const say = useText()
  const follow = (event: MouseEvent) => {
    if (!onFollow || wantsAnotherTab(event)) return
    event.preventDefault()
    onFollow()
  }
  return (
    <a
      className="sq-link"
      data-look={look}
      href={href}
      onClick={follow}
      {...(outside && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      {children}
      {outside && (
        <>
          <span className="sq-link-sign" aria-hidden="true">
            {joiner}
            <Icon name="external" />
          </span>
          <span className="sq-unseen"> {say(texts.newTab)}</span>
        </>
      )}
    </a>
  )
}

function wantsAnotherTab(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
}
