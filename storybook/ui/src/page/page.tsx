import { use, useId, type ReactNode } from 'react'
import { adopt } from '../styles/adopt.ts'
import sheet from './page.css'
import { PartOfPage } from './part-of-page.ts'

adopt(sheet)

export interface PageProps {
  readonly title: string
  /** One line that says what the page is for. */
  readonly purpose?: string
  /** The primary act, on the right. */
  readonly actions?: ReactNode
  /** Filters and tabs, between head and content. */
  readonly bar?: ReactNode
  readonly children: ReactNode
}

/**
 * The frame of every page: title, purpose, act, bar, content, always in this order. Within another
 * page it is a part of that, and headed as one.
 */
export function Page({ title, purpose, actions, bar, children }: PageProps) {
  const titleId = useId()
  const isPart = use(PartOfPage)
  const Title = isPart ? 'h2' : 'h1'
  return (
    <section className={isPart ? 'sq-section' : 'sq-page'} aria-labelledby={titleId}>
      <header className="sq-page-head">
        <div className="sq-page-words">
          <Title id={titleId} className={isPart ? 'sq-section-title' : 'sq-page-title'}>
            {title}
          </Title>
          {purpose && <p className="sq-page-purpose">{purpose}</p>}
        </div>
        {actions && <div className="sq-page-actions">{actions}</div>}
      </header>
      {bar && <div className="sq-page-bar">{bar}</div>}
      {children}
    </section>
  )
}

export interface SectionProps {
  readonly title: string
  readonly purpose?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page with a head of its own. */
export function Section({ title, purpose, actions, children }: SectionProps) {
  const titleId = useId()
  const Title = use(PartOfPage) ? 'h3' : 'h2'
  return (
    <section className="sq-section" aria-labelledby={titleId}>
      <header className="sq-page-head">
        <div className="sq-page-words">
          <Title id={titleId} className="sq-section-title">
            {title}
          </Title>
          {purpose && <p className="sq-page-purpose">{purpose}</p>}
        </div>
        {actions && <div className="sq-page-actions">{actions}</div>}
      </header>
      {children}
    </section>
  )
}
