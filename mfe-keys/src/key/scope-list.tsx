import { adopt, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import sheet from './scope-list.css'
import { allows } from './scope-words.ts'

adopt(sheet)

export interface ScopeListProps {
  readonly of: readonly string[]
  /** What else there is to say of each. */
  readonly asides?: Readonly<Record<string, ReactNode>> | undefined
}

/** Each scope with what it allows. */
export function ScopeList({ of: scopes, asides }: ScopeListProps) {
  const say = useText()
  return (
    <ul className="sq-scope-list">
      {scopes.map((scope) => {
        const sentence = allows(scope)
        return (
          <li key={scope}>
            {sentence && <span>{say(sentence)}</span>}
            <code>{scope}</code>
            {asides?.[scope]}
          </li>
        )
      })}
    </ul>
  )
}
