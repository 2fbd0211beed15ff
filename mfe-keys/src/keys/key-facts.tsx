import type { Key } from '@sonaqor/contract/keys'
import { CopyButton, exactly, RelativeTime, useLocale, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from '../texts/en.ts'
import { hintOf } from './key-badges.tsx'
import { allows } from './scope-words.ts'

interface KeyFactsProps {
  readonly of: Key
  readonly appName: string | undefined
}

/** What is known of a key, a line each. */
export function KeyFacts({ of: key, appName }: KeyFactsProps) {
  const say = useText()
  return (
    <dl className="sq-key-facts">
      <Fact name={say(texts.key)}>
        <Copied text={hintOf(key)} what={say(texts.shownPartOfKey)} />
      </Fact>
      <Fact name={say(texts.keyId)}>
        <Copied text={key.id} what={say(texts.keyIdToCopy)} />
      </Fact>
      {appName && <Fact name={say(texts.app)}>{appName}</Fact>}
      <Fact name={say(texts.lastUsed)}>
        {key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : say(texts.neverUsed)}
      </Fact>
      <Fact name={say(texts.issued)}>
        <Moment at={key.issuedAt} />
      </Fact>
      <Fact name={say(texts.issuedBy)}>{key.issuedBy}</Fact>
      <Fact name={say(texts.expiry)}>
        {key.expiresAt ? <Moment at={key.expiresAt} /> : say(texts.noExpiry)}
      </Fact>
    </dl>
  )
}

interface FactProps {
  readonly name: string
  readonly children: ReactNode
}

function Fact({ name, children }: FactProps) {
  return (
    <div className="sq-key-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface CopiedProps {
  readonly text: string
  readonly what: string
}

/** Text and button are one line, or the text alone wraps; the button never stands by itself. */
function Copied({ text, what }: CopiedProps) {
  return (
    <span className="sq-key-copied">
      <code>{text}</code>
      <CopyButton text={text} what={what} />
    </span>
  )
}

/** The exact instant, and how long ago or how soon that is. */
function Moment({ at }: { readonly at: string }) {
  const locale = useLocale()
  return (
    <>
      {exactly(new Date(at), locale)}
      <span className="sq-key-distance">
        <RelativeTime at={at} />
      </span>
    </>
  )
}

/** Each scope with what it allows. */
export function KeyScopes({ of: scopes }: { readonly of: Key['scopes'] }) {
  const say = useText()
  return (
    <section className="sq-key-scopes">
      <h3>{say(texts.whatItMayDo)}</h3>
      <ul>
        {scopes.map((scope) => {
          const sentence = allows(scope)
          return (
            <li key={scope}>
              {sentence && <span>{say(sentence)}</span>}
              <code>{scope}</code>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
