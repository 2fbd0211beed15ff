import type { AuditEntry } from '@sonaqor/contract/audit'
import { adopt, Button, Copied, exactly, Fact, Facts, useLocale, useText } from '@sonaqor/ui'
import { useId, type ReactNode } from 'react'
import { nameOfActor } from './actor-kinds.ts'
import type { Narrowing } from './audit-filter.ts'
import { Actor, Target } from './entry-cells.tsx'
import sheet from './entry-facts.css'
import * as texts from './texts/en.ts'
import { useNames } from './use-audit.ts'

adopt(sheet)

/** What entries of before say of an act that was done in no request. */
const noRequest = 'none'

type ByPage = AuditEntry['actor']['embed']

interface EntryFactsProps {
  readonly of: AuditEntry
  readonly onNarrow: (part: Partial<Narrowing>) => void
}

/** Who it was, when, from where, and what it was done to. */
export function EntryFacts({ of: entry, onNarrow }: EntryFactsProps) {
  const say = useText()
  const locale = useLocale()
  const names = useNames()
  const { actor, target, ip, environment, appId } = entry
  const actorName = nameOfActor(say, actor)
  return (
    <Facts>
      <Fact name={say(texts.when)}>
        <Copied text={entry.at} what={say(texts.exact)}>
          <time dateTime={entry.at}>{exactly(new Date(entry.at), locale)}</time>
        </Copied>
      </Fact>
      <Fact name={say(texts.who)}>
        <Narrowed
          to={say(texts.onlyActor, { name: actorName })}
          onPress={() => onNarrow({ actor: actor.id })}
        >
          <Actor of={entry} />
        </Narrowed>
        <Copied text={actor.id} what={say(texts.idOf, { name: actorName })} />
      </Fact>
      {actor.embed && <ThroughPage of={actor.embed} />}
      {target !== null && (
        <Fact name={say(texts.target)}>
          <Narrowed to={say(texts.onlyAbout)} onPress={() => onNarrow({ target })}>
            <Target of={entry} names={names} />
          </Narrowed>
          <Copied text={target} what={say(texts.idOf, { name: say(texts.target) })} />
        </Fact>
      )}
      {ip !== null && (
        <Fact name={say(texts.from)}>
          <Narrowed to={say(texts.onlyAddress, { ip })} onPress={() => onNarrow({ ip })}>
            <code>{ip}</code>
          </Narrowed>
        </Fact>
      )}
      <Fact name={say(texts.environment)}>
        {environment ? say(texts.environmentNamed, { environment }) : say(texts.whole)}
      </Fact>
      {appId !== undefined && appId !== target && (
        <Fact name={say(texts.app)}>
          {names.get(appId)}
          <Copied text={appId} what={say(texts.idOf, { name: say(texts.app) })} />
        </Fact>
      )}
    </Facts>
  )
}

/** Of somebody before a partner's page: what the partner calls them, and whose key let them in. */
function ThroughPage({ of: { userRef, key } }: { readonly of: NonNullable<ByPage> }) {
  const say = useText()
  return (
    <>
      {userRef !== null && (
        <Fact name={say(texts.userOfPartner)}>
          <Copied text={userRef} what={say(texts.userOfPartner)} />
        </Fact>
      )}
      <Fact name={say(texts.sessionOpenedBy)}>
        {key.label}
        <Copied text={key.id} what={say(texts.idOf, { name: key.label })} />
      </Fact>
    </>
  )
}

/** The request it was done in, and its place in the chain, out of which nobody takes it unseen. */
export function ChainFacts({ of: entry }: { readonly of: AuditEntry }) {
  const say = useText()
  const id = useId()
  const { sequence, hash, previousHash, requestId, userAgent } = entry
  return (
    <section className="sq-audit-chain" aria-labelledby={id}>
      <h3 id={id}>{say(texts.origin)}</h3>
      <Facts>
        {requestId !== null && requestId !== noRequest && (
          <Fact name={say(texts.requestId)}>
            <Copied text={requestId} what={say(texts.requestId)} />
          </Fact>
        )}
        {userAgent && <Fact name={say(texts.browser)}>{userAgent}</Fact>}
        <Fact name={say(texts.sequence)}>{say(texts.anEntry, { sequence })}</Fact>
        <Fact name={say(texts.hash)}>
          <Copied text={hash} what={say(texts.hashOf, { sequence })} />
        </Fact>
        <Fact name={say(texts.previousHash)}>
          <Copied text={previousHash} what={say(texts.previousHashOf, { sequence })} />
        </Fact>
      </Facts>
    </section>
  )
}

interface NarrowedProps {
  /** What the list is narrowed to, in words. */
  readonly to: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function Narrowed({ to, onPress, children }: NarrowedProps) {
  return (
    <span className="sq-audit-fact">
      <span>{children}</span>
      <Button
        look="quiet"
        size="small"
        icon="filter"
        aria-label={to}
        title={to}
        onClick={onPress}
      />
    </span>
  )
}
