import { ingestsPerMinuteMax, requestsPerMinuteMax } from '@sonaqor/contract/key-pace'
import type { Key } from '@sonaqor/contract/keys'
import type { Text } from '@sonaqor/module/texts'
import { adopt, Button, Copied, Fact, Facts, Moment, useLocale, useText } from '@sonaqor/ui'
import { useState, type ReactNode } from 'react'
import type { BoundField, KeyActs } from '../acts/key-acts.tsx'
import * as care from '../care/texts/en.ts'
import { remindersLeft } from '../expiry/reminders.ts'
import { useApps } from '../list/use-apps.ts'
import * as texts from '../texts/en.ts'
import { AppFact } from './app-fact.tsx'
import { hintOf } from './key-badges.tsx'
import sheet from './key-facts.css'

adopt(sheet)

interface KeyFactsProps {
  readonly of: Key
  readonly appName: string | undefined
  /** What can be done with it, where something can. */
  readonly acts: KeyActs | undefined
}

/** What is known of a key, a line each. */
export function KeyFacts({ of: key, appName, acts }: KeyFactsProps) {
  const say = useText()
  return (
    <Facts>
      <Fact name={say(texts.key)}>
        <Copied text={hintOf(key)} what={say(texts.shownPartOfKey)} />
      </Fact>
      <Fact name={say(texts.keyId)}>
        <Copied text={key.id} what={say(texts.keyIdToCopy)} />
      </Fact>
      <AppFact of={key} known={appName} />
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
      <Bounds of={key} acts={acts} />
    </Facts>
  )
}

/** Until when, from where and how often it is taken, or what holds where nothing is set; and the way to another one. */
function Bounds({ of: key, acts }: Pick<KeyFactsProps, 'of' | 'acts'>) {
  const say = useText()
  const locale = useLocale()
  const [openedAtMs] = useState(() => Date.now())
  const { expiresAt, ipAllowlist, requestsPerMinute } = key
  const bound = (field: BoundField, isSet: boolean, holds: ReactNode) => (
    <span className="sq-key-bound">
      <span>{holds}</span>
      {key.state === 'active' && acts?.onEdit && (
        <Button look="quiet" size="small" onClick={() => acts.onEdit?.(key, field)}>
          {say(ways[field][isSet ? 'change' : 'set'])}
        </Button>
      )}
    </span>
  )
  return (
    <>
      <Fact
        name={say(texts.expiry)}
        hint={expiresAt && key.state === 'active' ? remindersLeft(expiresAt, openedAtMs, say) : ''}
      >
        {bound(
          'expiresAt',
          expiresAt !== null,
          expiresAt ? <Moment at={expiresAt} /> : say(texts.neverEnds),
        )}
      </Fact>
      <Fact name={say(texts.allowedAddresses)}>
        {bound(
          'ipAllowlist',
          ipAllowlist.length > 0,
          ipAllowlist.length > 0 ? <code>{ipAllowlist.join(', ')}</code> : say(care.anyAddress),
        )}
      </Fact>
      <Fact name={say(texts.requestsPerMinute)}>
        {bound(
          'requestsPerMinute',
          requestsPerMinute !== null,
          requestsPerMinute?.toLocaleString(locale) ?? <PaceOfOthers of={key} />,
        )}
      </Fact>
    </>
  )
}

/** What leads to the form, at the field of this bound. */
const ways: Readonly<Record<BoundField, { readonly set: Text; readonly change: Text }>> = {
  expiresAt: { set: care.setExpiryEllipsis, change: care.changeExpiryEllipsis },
  ipAllowlist: { set: care.restrictEllipsis, change: care.changeAddressesEllipsis },
  requestsPerMinute: { set: care.setPaceEllipsis, change: care.changePaceEllipsis },
}

/** A key without a limit is held to that of its app, with all of its other keys, and to that of every key. */
function PaceOfOthers({ of: { appId } }: Pick<KeyFactsProps, 'of'>) {
  const say = useText()
  const app = useApps().data?.find(({ id }) => id === appId)
  const ofEach = { most: requestsPerMinuteMax, sent: ingestsPerMinuteMax }
  return app?.requestsPerMinute
    ? say(care.appPace, { ...ofEach, count: app.requestsPerMinute })
    : say(care.asEveryKey, ofEach)
}
