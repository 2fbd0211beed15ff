import { adopt } from '@sonaqor/ui'
import type { ReactNode, Ref } from 'react'
import sheet from './row.css'

adopt(sheet)

interface RowProps {
  readonly title: string
  /** Of its title, for what the focus should come to once it has changed. */
  readonly ref?: Ref<HTMLParagraphElement>
  readonly badge?: ReactNode
  readonly acts?: ReactNode
  /** It belongs to the row above. */
  readonly isInner?: boolean
  readonly children: ReactNode
}

/** One thing of an account: what it is, how it stands, and what can be done with it. */
export function Row({ title, ref, badge, acts, isInner = false, children }: RowProps) {
  return (
    <li className="sq-account-row" data-inner={isInner || undefined}>
      <div className="sq-account-words">
        <p ref={ref} className="sq-account-row-title" tabIndex={ref ? -1 : undefined}>
          {title} {badge}
        </p>
        <div className="sq-account-row-detail">{children}</div>
      </div>
      {acts && <div className="sq-account-acts">{acts}</div>}
    </li>
  )
}
