import { adopt } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import sheet from './embed-tab.css'

adopt(sheet)

interface EmbedTabProps {
  readonly purpose: string
  /** What is chosen for all below it. */
  readonly bar: ReactNode
  readonly children: ReactNode
}

/** Each tab of the page has the order of a page: what it is for, its bar, its content. */
export function EmbedTab({ purpose, bar, children }: EmbedTabProps) {
  return (
    <div className="sq-embed-tab">
      <p className="sq-embed-tab-purpose">{purpose}</p>
      {bar}
      {children}
    </div>
  )
}
