import type { Key } from '@sonaqor/contract/keys'
import { EnvironmentBadge } from '@sonaqor/module'
import type { Text } from '@sonaqor/module/texts'
import { Banner, Button, Fact, Facts, Moment, useText, type BannerTone } from '@sonaqor/ui'
import type { Ref } from 'react'
import { AppFact } from '../../key/app-fact.tsx'
import { KeyHint, StateBadge } from '../../key/key-badges.tsx'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import { missingIn } from './secret-in.ts'
import type { Verdict } from './use-checking.ts'

interface CheckVerdictProps {
  readonly of: Verdict
  readonly appName: (key: Key) => string | undefined
  readonly onOpen: (key: Key) => void
  /** It takes the focus once it is there. */
  readonly ref: Ref<HTMLDivElement>
}

/** What a pasted key is, in words, and of one of ours all that tells it from the others. */
export function CheckVerdict({ of: verdict, appName, onOpen, ref }: CheckVerdictProps) {
  const say = useText()
  if (verdict.is === 'no-key' || verdict.is === 'several') {
    const isNone = verdict.is === 'no-key'
    return (
      <Banner ref={ref} tone="warning" title={say(isNone ? care.isNoKey : care.areSeveral)}>
        {say(isNone ? care.isNoKeyBecause : care.areSeveralBecause)}
      </Banner>
    )
  }
  if (verdict.is === 'damaged') {
    return (
      <Banner ref={ref} tone="warning" title={say(care.isDamaged)}>
        {say(care.isDamagedBecause, { missing: missingIn(verdict.length) })}
      </Banner>
    )
  }
  if (verdict.is === 'unknown' || !verdict.key) {
    return (
      <Banner ref={ref} tone="warning" title={say(care.isUnknown)}>
        {say(care.isUnknownBecause)}
      </Banner>
    )
  }
  const { key, works, secret, checked } = verdict
  const { tone, title, because } = standing(Boolean(works), secret, key)
  return (
    <>
      <Banner
        ref={ref}
        tone={tone}
        title={say(title)}
        actions={
          <Button size="small" onClick={() => onOpen(key)}>
            {say(care.openItsDetails)}
          </Button>
        }
      >
        {say(because, { state: key.state })}
      </Banner>
      <Facts>
        <Fact name={say(texts.label)}>{key.label}</Fact>
        <Fact name={say(care.checkedSecret)}>
          <KeyHint of={checked} />
        </Fact>
        {secret !== 'newest' && (
          <Fact name={say(care.newestSecret)}>
            <KeyHint of={key} />
          </Fact>
        )}
        <Fact name={say(secret === 'ended' ? care.stateOfKey : texts.state)}>
          <StateBadge of={key.state} />
        </Fact>
        <Fact name={say(care.environment)}>
          <EnvironmentBadge of={key.environment} />
        </Fact>
        <AppFact of={key} known={appName(key)} />
        <Fact name={say(texts.lastUsed)}>
          {key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : say(texts.neverUsed)}
        </Fact>
      </Facts>
    </>
  )
}

interface Standing {
  readonly tone: BannerTone
  readonly title: Text
  readonly because: Text
}

function standing(
  works: boolean,
  secret: 'newest' | 'old' | 'ended' | null,
  { state }: Pick<Key, 'state'>,
): Standing {
  // Of a key that is over nothing of it is new any more.
  if (secret === 'ended' && state !== 'active') {
    return { tone: 'info', title: care.isOver, because: care.isEndedAndOverBecause }
  }
  if (secret === 'ended') {
    return { tone: 'info', title: care.isEndedSecret, because: care.isEndedSecretBecause }
  }
  if (!works) return { tone: 'info', title: care.isOver, because: texts.opensNothing }
  if (secret === 'old') {
    return { tone: 'warning', title: care.isOldSecret, because: care.isOldSecretBecause }
  }
  return { tone: 'success', title: care.isYours, because: care.isYoursBecause }
}
