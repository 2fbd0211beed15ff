import type { Key } from '@sonaqor/contract/keys'
import { Copied, Fact, Facts, Moment, useLocale, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { hintOf } from './key-badges.tsx'

interface KeyFactsProps {
  readonly of: Key
  readonly appName: string | undefined
}

/** What is known of a key, a line each. */
export function KeyFacts({ of: key, appName }: KeyFactsProps) {
  const say = useText()
  const locale = useLocale()
  return (
    <Facts>
      <Fact name={say(texts.key)}>
        <Copied text={hintOf(key)} what={say(texts.shownPartOfKey)} />
      </Fact>
      <Fact name={say(texts.keyId)}>
        <Copied text={key.id} what={say(texts.keyIdToCopy)} />
      </Fact>
      {appName && <Fact name={say(texts.app)}>{appName}</Fact>}
      <Fact
        name={say(texts.lastUsed)}
        hint={key.lastUsedIp ? say(texts.fromAddress, { ip: key.lastUsedIp }) : ''}
      >
        {key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : say(texts.neverUsed)}
      </Fact>
      <Fact name={say(texts.issued)}>
        <Moment at={key.issuedAt} />
      </Fact>
      <Fact name={say(texts.issuedBy)}>{key.issuedBy}</Fact>
      {key.rotatedAt && (
        <Fact name={say(texts.lastRotated)}>
          <Moment at={key.rotatedAt} />
        </Fact>
      )}
      <Fact name={say(texts.expiry)}>
        {key.expiresAt ? <Moment at={key.expiresAt} /> : say(texts.noExpiry)}
      </Fact>
      {key.ipAllowlist.length > 0 && (
        <Fact name={say(texts.allowedAddresses)}>
          <code>{key.ipAllowlist.join(', ')}</code>
        </Fact>
      )}
      {key.requestsPerMinute !== null && (
        <Fact name={say(texts.requestsPerMinute)}>
          {key.requestsPerMinute.toLocaleString(locale)}
        </Fact>
      )}
    </Facts>
  )
}
