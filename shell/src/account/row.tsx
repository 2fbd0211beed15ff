import { adopt } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import sheet from './row.css'

adopt(sheet)

interface RowProps {
  readonly title: string
  readonly badge?: ReactNode
  readonly acts?: ReactNode
  /** It belongs to the row above. */
  readonly isInner?: boolean
  readonly children: ReactNode
}

/** One thing of an account: what it is, how it stands, and what can be done with it. */
export function Row({ title, badge, acts, isInner = false, children }: RowProps) {
  return (
    <li className="sq-account-row" data-inner={isInner || undefined}>
      <div className="sq-account-words">
        <p className="sq-account-row-title">
          {title} {badge}
        </p>
        <div className="sq-account-row-detail">{children}</div>
      </div>
      {acts && <div className="sq-account-acts">{acts}</div>}
    </li>
  )
}
