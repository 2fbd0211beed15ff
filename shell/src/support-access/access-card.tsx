import { environmentNames } from '@sonaqor/module'
import { environments, lookScopes } from '@sonaqor/contract/access'
import type { SupportAccess } from '@sonaqor/contract/support-access'
import { adopt, RelativeTime, Said, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { lengthOf, nameOf, scopeWords } from './access-words.ts'
import sheet from './access-card.css'
import * as texts from './texts/en.ts'

adopt(sheet)

/** Cards below each other, as a list. */
export function AccessCards({ children }: { readonly children: ReactNode }) {
  return <ul className="sq-accesses">{children}</ul>
}

interface AccessCardProps {
  readonly of: SupportAccess
  /** What can be done with it; the deciding act comes last. */
  readonly children: ReactNode
}

/** Who asks or looks, why, what is shown, and until when. */
export function AccessCard({ of: access, children }: AccessCardProps) {
  const say = useText()
  const { reason, ticket, minutes, until, askedAt } = access
  return (
    <li className="sq-access" data-running={until === null ? undefined : true}>
      <div className="sq-access-words">
        <h3 className="sq-access-who">{nameOf(access, say)}</h3>
        <p className="sq-access-reason">{reason}</p>
        <p className="sq-access-facts">
          {ticket && <span>{say(texts.ticketNumber, { ticket })}</span>}
          <span>{lengthOf(minutes, say)}</span>
          <span>
            {until === null ? (
              <Said of={texts.askedFor} with={{ when: <RelativeTime at={askedAt} /> }} />
            ) : (
              <Said of={texts.endsWhen} with={{ when: <RelativeTime at={until} /> }} />
            )}
          </span>
        </p>
        <Shown of={access} />
      </div>
      <div className="sq-access-acts">{children}</div>
    </li>
  )
}

/** What is shown, a chip each. */
export function Shown({ of }: { readonly of: SupportAccess }) {
  const say = useText()
  // In one order, in whichever they were asked for.
  const words = [
    ...environments
      .filter((one) => of.environments.includes(one))
      .map((one) => environmentNames[one]),
    ...lookScopes.filter((scope) => of.scopes.includes(scope)).map((scope) => scopeWords[scope]),
  ].flatMap((word) => (word ? [say(word)] : []))
  return (
    <ul className="sq-access-shown" aria-label={say(texts.whatIsShown)}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}
