import type { ReactNode } from 'react'
import { CopyButton } from '../copy/copy-button.tsx'
import { exactly, RelativeTime } from '../relative-time/relative-time.tsx'
import { adopt } from '../styles/adopt.ts'
import { useLocale } from '../surface/locale.ts'
import sheet from './facts.css'

adopt(sheet)

export interface FactsProps {
  /** Of `Fact`, one each. */
  readonly children: ReactNode
}

/** What is known of a thing, a line each; where there is little room, each name stands above. */
export function Facts({ children }: FactsProps) {
  return <dl className="sq-facts">{children}</dl>
}

export interface FactProps {
  readonly name: string
  /** What it is good for. */
  readonly hint?: string
  readonly children: ReactNode
}

/** One line of `Facts`. */
export function Fact({ name, hint, children }: FactProps) {
  return (
    <div className="sq-fact">
      <dt>{name}</dt>
      <dd>
        {children}
        {hint && <span className="sq-fact-aside">{hint}</span>}
      </dd>
    </div>
  )
}

export interface CopiedProps {
  readonly text: string
  /** What is copied, for those who cannot see what stands beside it: "request id". */
  readonly what: string
  /** How it is shown to people, where that is another way than it is copied. */
  readonly children?: ReactNode
}

/** A text for machines, and what copies it: the text alone wraps, the button never stands by itself. */
export function Copied({ text, what, children }: CopiedProps) {
  return (
    <span className="sq-copied">
      {children ?? <code>{text}</code>}
      <CopyButton text={text} what={what} />
    </span>
  )
}

/** An exact instant (ISO 8601), and how long ago or how soon that is. */
export function Moment({ at }: { readonly at: string }) {
  const locale = useLocale()
  return (
    <>
      {exactly(new Date(at), locale)}
      <span className="sq-fact-aside">
        <RelativeTime at={at} />
      </span>
    </>
  )
}
