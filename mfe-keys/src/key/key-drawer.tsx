import type { Key } from '@sonaqor/contract/keys'
import { EnvironmentBadge, useFoothold, useModule } from '@sonaqor/module'
import {
  adopt,
  Banner,
  Button,
  Drawer,
  Loaded,
  RelativeTime,
  Said,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState, type Ref } from 'react'
import { ScopesInUse } from '../care/advice/scopes-in-use.tsx'
import { KeyHistory } from '../care/history/key-history.tsx'
import { LeakNotice } from '../care/history/leak-notice.tsx'
import * as texts from '../texts/en.ts'
import { FirstCallBlock } from './first-call-block.tsx'
import { hasRequests } from '../acts/has-requests.ts'
import type { KeyActs } from '../acts/key-acts.tsx'
import { RotatingBadge, StateBadge } from './key-badges.tsx'
import sheet from './key-drawer.css'
import { KeyFacts } from './key-facts.tsx'
import { canChange, Edit, hasFoot, KeyFoot } from './key-foot.tsx'
import { RotationPlace } from '../rotate/rotation-place.tsx'
import { useKey } from '../list/use-keys.ts'
import { KeyUse } from '../usage/key-use.tsx'
import { usePulse } from '../usage/use-pulse.ts'

adopt(sheet)

export interface KeyDrawerProps {
  readonly id: string
  /** What the list says of it; a link may lead to a key that is not in view. */
  readonly known: Key | undefined
  readonly appName: (key: Key) => string | undefined
  readonly acts: KeyActs
  /** The question whether to revoke it lies over it. */
  readonly isCovered: boolean
  /** It was opened for this act: the question is asked as soon as the key is read. */
  readonly asksFor: string
  readonly onAsked: () => void
  readonly onClose: () => void
}

/** Everything about one key, and what can be done with it. */
export function KeyDrawer(props: KeyDrawerProps) {
  const { id, known, appName, acts: given, isCovered, asksFor, onAsked, onClose } = props
  const say = useText()
  const { environment } = useModule()
  const reading = useKey(id, known)
  const key = reading.data
  const isHere = key?.environment === environment
  const acts = useCounted(reading, given, isHere)
  // What follows takes the focus where something went away: to be seen there, it has to stand there.
  const { place, onFocus } = useFoothold<HTMLDivElement>(isCovered)
  const [openedAtMs] = useState(() => Date.now())
  const [isEnding, setEnding] = useState(false)
  const ask = useEffectEvent(() => {
    if (key && isHere && canChange(key, acts)) {
      if (asksFor === 'revoke') acts.onRevoke?.(key)
      if (asksFor === 'rotate') acts.onRotate?.(key)
      if (asksFor === 'edit') acts.onEdit?.(key)
    }
    // These questions stand within the drawer, for as long as they are asked for.
    if (asksFor === 'narrow' && key?.state === 'active') return
    if (asksFor !== 'end' || !key?.oldSecret) onAsked()
  })
  const end = (isAsked: boolean) => {
    setEnding(isAsked)
    if (!isAsked) onAsked()
  }
  const asksNow = asksFor !== '' && isHere
  useEffect(() => {
    if (asksNow) ask()
  }, [asksNow])
  return (
    <div onFocus={onFocus}>
      <Drawer
        title={key?.label ?? say(texts.apiKey)}
        aside={
          key && (
            <span className="sq-key-badges">
              <StateBadge of={key.state} />
              <RotatingBadge of={key} />
              <EnvironmentBadge of={key.environment} />
              {isHere && <Edit of={key} acts={acts} />}
            </span>
          )
        }
        actions={
          key &&
          isHere &&
          hasFoot(key, acts) && <KeyFoot of={key} acts={acts} openedAtMs={openedAtMs} />
        }
        // Who uses the old secret is a table.
        width={key?.oldSecret ? 'wide' : 'regular'}
        onClose={onClose}
      >
        <Loaded of={reading} loading={<Skeleton rows={5} />}>
          {(read) => (
            <>
              {!isHere && <Elsewhere of={read} />}
              <Over of={read} ref={place} />
              <LeakNotice of={read.id} />
              {read.oldSecret && isHere && (
                <RotationPlace
                  of={read}
                  acts={acts}
                  isEnding={isEnding || asksFor === 'end'}
                  onEnding={end}
                />
              )}
              {acts.hasRequests(read) && isHere && (
                <KeyUse
                  of={read}
                  head={read.state === 'active' ? place : null}
                  openedAtMs={openedAtMs}
                />
              )}
              {read.state === 'active' && !read.lastUsedAt && (
                <Start of={read} ref={acts.hasRequests(read) ? null : place} />
              )}
              <KeyFacts of={read} appName={appName(read)} acts={isHere ? acts : undefined} />
              <ScopesInUse
                of={read}
                acts={acts}
                isHere={isHere}
                openedAtMs={openedAtMs}
                asksToNarrow={asksFor === 'narrow'}
                onAsked={onAsked}
              />
              <KeyHistory of={read.id} />
            </>
          )}
        </Loaded>
      </Drawer>
    </div>
  )
}

/** Follows what is counted of the key while it is looked at, and reads it anew when that has changed. */
function useCounted(reading: ReturnType<typeof useKey>, acts: KeyActs, isHere: boolean): KeyActs {
  const pulse = usePulse(reading.data, isHere)
  const changedAt = pulse?.changedAt
  const readAgain = useEffectEvent(() => void reading.refetch())
  useEffect(() => {
    if (changedAt) readAgain()
  }, [changedAt])
  // The first request may have come since the list was read.
  return {
    ...acts,
    hasRequests: (key) => hasRequests(key, pulse?.requests) || acts.hasRequests(key),
  }
}

/**
 * A link leads to a key whichever environment is looked at. What could be done with it would be done
 * among the keys and requests of the other one, so it is not offered here.
 */
function Elsewhere({ of: { id, environment } }: { readonly of: Key }) {
  const say = useText()
  const { kind, navigate } = useModule()
  // The address of the shell names the environment; a partner's page has one alone.
  const turn = () => navigate('keys.list', { environment, key: id })
  return (
    <Banner
      tone="warning"
      title={say(texts.keyElsewhere, { environment })}
      actions={
        kind === 'shell' && (
          <Button size="small" onClick={turn}>
            {say(texts.switchEnvironment, { environment })}
          </Button>
        )
      }
    >
      {say(texts.otherShown, { environment })}
    </Banner>
  )
}

/** There is nothing to see of a key that was never used, but a way to begin. */
function Start({ of: key, ref }: { readonly of: Key; readonly ref: Ref<HTMLParagraphElement> }) {
  const say = useText()
  return (
    <section className="sq-key-start">
      <p ref={ref} tabIndex={-1}>
        {say(texts.noRequestsYet)}
      </p>
      <FirstCallBlock of={key} />
    </section>
  )
}

/** A key that opens nothing any more says so first. */
function Over({ of: key, ref }: { readonly of: Key; readonly ref: Ref<HTMLDivElement> }) {
  const say = useText()
  const [news, at] =
    key.state === 'revoked'
      ? [texts.revokedNews, key.revokedAt]
      : [texts.expiredNews, key.expiresAt]
  if (key.state === 'active' || !at) return null
  return (
    <div ref={ref} className="sq-key-over" tabIndex={-1}>
      <strong>
        <Said of={news} with={{ when: <RelativeTime at={at} /> }} />
      </strong>{' '}
      {say(texts.opensNothing)}
    </div>
  )
}
