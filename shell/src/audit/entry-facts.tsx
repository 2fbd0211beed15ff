import type { AuditEntry } from '@sonaqor/contract/audit'
import { adopt, Button, Copied, exactly, Fact, Facts, useLocale, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import type { Narrowing } from './audit-filter.ts'
import { Actor, Target } from './entry-cells.tsx'
import sheet from './entry-facts.css'
import * as texts from './texts/en.ts'

adopt(sheet)

interface EntryFactsProps {
  readonly of: AuditEntry
  readonly onNarrow: (part: Partial<Narrowing>) => void
}

/** All that an entry says besides the values: who, when, from where, and its place in the chain. */
export function EntryFacts({ of: entry, onNarrow }: EntryFactsProps) {
  const say = useText()
  const locale = useLocale()
  const { actor, target, ip, environment } = entry
  return (
    <Facts>
      <Fact name={say(texts.when)}>
        <Copied text={entry.at} what={say(texts.exact)}>
          <time dateTime={entry.at}>{exactly(new Date(entry.at), locale)}</time>
        </Copied>
      </Fact>
      <Fact name={say(texts.who)}>
        <Narrowed
          to={say(texts.onlyActor, { name: actor.name })}
          onPress={() => onNarrow({ actor: actor.id })}
        >
          <Actor of={entry} />
        </Narrowed>
        <Copied text={actor.id} what={say(texts.idOf, { name: actor.name })} />
      </Fact>
      {target !== null && (
        <Fact name={say(texts.target)}>
          <Narrowed to={say(texts.onlyAbout)} onPress={() => onNarrow({ target })}>
            <Target of={entry} />
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
      {entry.userAgent && <Fact name={say(texts.browser)}>{entry.userAgent}</Fact>}
      <Fact name={say(texts.environment)}>
        {environment ? say(texts.environmentNamed, { environment }) : say(texts.whole)}
      </Fact>
      <AppFact id={entry.appId} />
      {entry.requestId !== null && (
        <Fact name={say(texts.requestId)}>
          <Copied text={entry.requestId} what={say(texts.requestId)} />
        </Fact>
      )}
      <ChainFacts of={entry} />
    </Facts>
  )
}

function AppFact({ id }: { readonly id: string | undefined }) {
  const say = useText()
  if (id === undefined) return null
  return (
    <Fact name={say(texts.app)}>
      <Copied text={id} what={say(texts.idOf, { name: say(texts.app) })} />
    </Fact>
  )
}

/** Its place in the chain: by these two hashes and the number nobody can take it out unseen. */
function ChainFacts({ of: { sequence, hash, previousHash } }: { readonly of: AuditEntry }) {
  const say = useText()
  return (
    <>
      <Fact name={say(texts.sequence)}>{say(texts.anEntry, { sequence })}</Fact>
      <Fact name={say(texts.hash)}>
        <Copied text={hash} what={say(texts.hashOf, { sequence })} />
      </Fact>
      <Fact name={say(texts.previousHash)}>
        <Copied text={previousHash} what={say(texts.previousHashOf, { sequence })} />
      </Fact>
    </>
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
