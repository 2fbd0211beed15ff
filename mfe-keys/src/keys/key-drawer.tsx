import type { Key } from '@sonaqor/contract/keys'
import { EnvironmentBadge, useFoothold } from '@sonaqor/module'
import { adopt, Button, Drawer, Loaded, RelativeTime, Said, Skeleton, useText } from '@sonaqor/ui'
import type { Ref } from 'react'
import * as texts from '../texts/en.ts'
import { FirstCallBlock } from './first-call-block.tsx'
import type { KeyActs } from './key-acts.tsx'
import { StateBadge } from './key-badges.tsx'
import sheet from './key-drawer.css'
import { KeyFacts, KeyScopes } from './key-facts.tsx'
import { useKey } from './use-keys.ts'

adopt(sheet)

export interface KeyDrawerProps {
  readonly id: string
  /** What the list says of it; a link may lead to a key that is not in view. */
  readonly known: Key | undefined
  readonly appName: (key: Key) => string | undefined
  readonly acts: KeyActs
  /** The question whether to revoke it lies over it. */
  readonly isCovered: boolean
  readonly onClose: () => void
}

/** Everything about one key, and what can be done with it. */
export function KeyDrawer(props: KeyDrawerProps) {
  const { id, known, appName, acts, isCovered, onClose } = props
  const say = useText()
  const reading = useKey(id, known)
  const key = reading.data
  const { place, onFocus } = useFoothold<HTMLParagraphElement>(isCovered)
  return (
    <div onFocus={onFocus}>
      <Drawer
        title={key?.label ?? say(texts.apiKey)}
        aside={
          key && (
            <span className="sq-key-badges">
              <StateBadge of={key.state} />
              <EnvironmentBadge of={key.environment} />
            </span>
          )
        }
        actions={key && hasActs(key, acts) && <Acts of={key} acts={acts} />}
        onClose={onClose}
      >
        <Loaded of={reading} loading={<Skeleton rows={5} />}>
          {(read) => (
            <>
              <Over of={read} ref={place} />
              <KeyFacts of={read} appName={appName(read)} />
              <KeyScopes of={read.scopes} />
              {read.state === 'active' && <FirstCallBlock of={read} />}
            </>
          )}
        </Loaded>
      </Drawer>
    </div>
  )
}

const canEnd = (key: Key, { onRevoke }: KeyActs) => Boolean(onRevoke) && key.state === 'active'

/** A foot without anything in it is none. */
const hasActs = (key: Key, acts: KeyActs) => Boolean(acts.onShowRequests) || canEnd(key, acts)

function Acts({ of: key, acts }: { readonly of: Key; readonly acts: KeyActs }) {
  const say = useText()
  const { onShowRequests, onRevoke } = acts
  return (
    <>
      {canEnd(key, acts) && (
        <Button icon="block" onClick={() => onRevoke?.(key)}>
          {say(texts.revokeEllipsis)}
        </Button>
      )}
      {onShowRequests && (
        <Button look="primary" onClick={() => onShowRequests(key)}>
          {say(texts.showRequests)}
        </Button>
      )}
    </>
  )
}

/** A key that opens nothing any more says so first. */
function Over({ of: key, ref }: { readonly of: Key; readonly ref: Ref<HTMLParagraphElement> }) {
  const say = useText()
  const [news, at] =
    key.state === 'revoked'
      ? [texts.revokedNews, key.revokedAt]
      : [texts.expiredNews, key.expiresAt]
  if (key.state === 'active' || !at) return null
  return (
    <p ref={ref} className="sq-key-over" tabIndex={-1}>
      <strong>
        <Said of={news} with={{ when: <RelativeTime at={at} /> }} />
      </strong>{' '}
      {say(texts.opensNothing)}
    </p>
  )
}
