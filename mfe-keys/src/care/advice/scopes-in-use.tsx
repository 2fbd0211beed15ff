import type { KeyAdvice } from '@sonaqor/contract/key-advice'
import type { Key } from '@sonaqor/contract/keys'
import { useFoothold } from '@sonaqor/module'
import { adopt, Banner, Button, RelativeTime, Said, useLocale, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import type { KeyActs } from '../../acts/key-acts.tsx'
import { ScopeList } from '../../key/scope-list.tsx'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import { useMoment } from '../../usage/use-key-use.ts'
import { NarrowDialog } from './narrow-dialog.tsx'
import sheet from './scopes-in-use.css'
import { unusedDays as days } from './unused-days.ts'
import { useAdvice } from './use-advice.ts'

adopt(sheet)

export interface ScopesInUseProps {
  readonly of: Key
  readonly acts: KeyActs
  /** Of another environment nothing is asked, for nothing could be done about it here. */
  readonly isHere: boolean
  readonly openedAtMs: number
  /** The question whether to narrow it was asked for from elsewhere. */
  readonly asksToNarrow: boolean
  readonly onAsked: () => void
}

/** Each scope with what it allows and what the key made of it, and what the key can do without. */
export function ScopesInUse(props: ScopesInUseProps) {
  const { of: key, acts, isHere, openedAtMs, asksToNarrow, onAsked } = props
  const say = useText()
  const reading = useAdvice(key, isHere, useMoment(key, openedAtMs, isHere))
  const [isOpen, open] = useState(false)
  const advice = key.state === 'active' && isHere ? reading.data : undefined
  const narrow = acts.doing('narrow', () => open(true))
  const isNarrowing = isOpen || asksToNarrow
  const isVain = asksToNarrow && advice !== undefined && !(advice.keep && narrow)
  const { place, onFocus } = useFoothold<HTMLHeadingElement>(isNarrowing)
  const answered = useEffectEvent(onAsked)
  useEffect(() => {
    if (isVain) answered()
  }, [isVain])
  const close = () => {
    open(false)
    onAsked()
  }
  return (
    <section className="sq-scopes-in-use" onFocus={onFocus}>
      <h3 ref={place} tabIndex={-1}>
        {say(texts.whatItMayDo)}
      </h3>
      {advice && <Verdict of={key} advice={advice} acts={acts} onNarrow={narrow} />}
      {!advice && reading.error && isHere && (
        <p className="sq-scopes-in-use-note">
          {say(care.scopeUseUnknown)}
          <Button size="small" onClick={() => void reading.refetch()}>
            {say(texts.tryAgain)}
          </Button>
        </p>
      )}
      {advice && (
        <p className="sq-scopes-in-use-note">
          {say(lendsScopes(key) ? care.scopesCountedWithSessions : care.scopesCounted, { days })}
        </p>
      )}
      <ScopeList of={key.scopes} asides={advice && usesIn(key, advice)} />
      {advice?.keep && narrow && isNarrowing && (
        <NarrowDialog of={key} advice={advice} onClose={close} />
      )}
    </section>
  )
}

/** Whoever opens embed sessions lends them what it holds, and needs what they use. */
const lendsScopes = ({ scopes }: Key) => scopes.includes('embeds:create')

const dayOf = (at: string, locale: string) =>
  new Date(at).toLocaleDateString(locale, { dateStyle: 'medium' })

const usesIn = ({ scopes }: Key, advice: KeyAdvice) =>
  Object.fromEntries(scopes.map((scope) => [scope, <Use key={scope} of={scope} advice={advice} />]))

interface UseProps {
  readonly of: string
  readonly advice: KeyAdvice
}

/** How often it was taken, or that it was not: in words, for neither is to be told by colour alone. */
function Use({ of: scope, advice }: UseProps) {
  const say = useText()
  const use = advice.scopes.find((one) => one.scope === scope)
  if (!use) return null
  if (use.unused || !use.lastUsedAt) {
    const isCertain = advice.because !== 'watching'
    return (
      <span className="sq-scopes-in-use-use" data-unused={isCertain || undefined}>
        {isCertain ? say(care.notUsedForDays, { days }) : say(care.notUsedSinceCounted)}
      </span>
    )
  }
  return (
    <span className="sq-scopes-in-use-use">
      {say(texts.requestsCounted, { count: use.requests })}
      {' · '}
      <Said of={texts.usedLast} with={{ when: <RelativeTime at={use.lastUsedAt} /> }} />
    </span>
  )
}

interface VerdictProps {
  readonly of: Key
  readonly advice: KeyAdvice
  readonly acts: KeyActs
  readonly onNarrow: ((key: Key) => void) | undefined
}

/** What follows from it. Where there is nothing to do it is a line, and no news. */
function Verdict({ of: key, advice, acts, onNarrow }: VerdictProps) {
  const say = useText()
  const locale = useLocale()
  const unused = advice.scopes.filter((one) => one.unused).length
  const since = dayOf(advice.watchedSince, locale)
  if (advice.because === 'watching') {
    const from = dayOf(advice.certainFrom, locale)
    return <p className="sq-scopes-in-use-note">{say(care.tooEarlyToSay, { since, from })}</p>
  }
  if (advice.because === 'all-used') {
    return <p className="sq-scopes-in-use-note">{say(care.allInUse, { days })}</p>
  }
  if (advice.because === 'none-used') {
    const { onRevoke } = acts
    return (
      <Banner
        tone="warning"
        title={say(care.noScopeInUse, { days })}
        actions={
          onRevoke && (
            <Button size="small" onClick={() => onRevoke(key)}>
              {say(acts.isDoneElsewhere(key) ? texts.revokeElsewhere : texts.revokeEllipsis)}
            </Button>
          )
        }
      >
        {say(care.noScopeInUseMeans, { since })}
      </Banner>
    )
  }
  return (
    <Banner
      title={say(care.someUnused, { count: unused, all: advice.scopes.length, days })}
      actions={
        onNarrow && (
          <Button size="small" onClick={() => onNarrow(key)}>
            {say(acts.isDoneElsewhere(key) ? care.narrowElsewhere : care.narrowEllipsis)}
          </Button>
        )
      }
    >
      {say(care.someUnusedMeans, { since })}
    </Banner>
  )
}
