import type { ReactNode } from 'react'

export interface RowProps {
  readonly name: string
  readonly badge?: ReactNode
  readonly facts: readonly ReactNode[]
  readonly acts?: ReactNode
  readonly children?: ReactNode
}

/** One thing of a list of the console: what it is, how it stands, what can be done with it. */
export function Row({ name, badge, facts, acts, children }: RowProps) {
  return (
    <li className="sq-console-row">
      <div className="sq-console-words">
        <h3 className="sq-console-name">
          {name} {badge}
        </h3>
        {children}
        <p className="sq-console-facts">
          {facts.map((fact, place) => (
            // What a row tells has its place, and nothing else that it could be known by.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={place}>{fact}</span>
          ))}
        </p>
      </div>
      {acts && <div className="sq-console-acts">{acts}</div>}
    </li>
  )
}
