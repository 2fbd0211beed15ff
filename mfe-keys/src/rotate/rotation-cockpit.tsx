import type { KeyRotation } from '@sonaqor/contract/key-rotation'
import type { Key } from '@sonaqor/contract/keys'
import type { Text } from '@sonaqor/module/texts'
import {
  adopt,
  Banner,
  Button,
  Fact,
  Facts,
  Loaded,
  Moment,
  RelativeTime,
  Said,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import type { KeyActs } from '../acts/key-acts.tsx'
import { KeyHint } from '../key/key-badges.tsx'
import { CountedUntil } from '../usage/counted-until.tsx'
import { OldSecretUsers } from './old-secret-users.tsx'
import sheet from './rotation-cockpit.css'
import { useRotation } from './use-rotation.ts'

adopt(sheet)

export interface RotationCockpitProps {
  readonly of: Key
  readonly acts: KeyActs
  /** Leads to the question whether to end the old secret; left out for whoever may not. */
  readonly onEnd: (() => void) | undefined
}

/** Which secret of a key is still used by whom, and whether the old one can go. */
export function RotationCockpit({ of: key, acts, onEnd }: RotationCockpitProps) {
  const say = useText()
  const rotation = useRotation(key)
  const word = acts.isDoneElsewhere(key) ? texts.endOldElsewhere : texts.endOldEllipsis
  return (
    <section className="sq-rotation">
      <h3>{say(texts.rotation)}</h3>
      <Loaded of={rotation} loading={<Skeleton rows={3} />}>
        {(read) =>
          read.oldSecret && (
            <>
              <Safety
                of={read}
                action={
                  onEnd && (
                    <Button size="small" onClick={onEnd}>
                      {say(word)}
                    </Button>
                  )
                }
              />
              <CountedUntil of={read} />
              <ul className="sq-rotation-secrets" aria-label={say(texts.secretsOfKey)}>
                <Secret name={say(texts.oldSecret)} of={read.oldSecret} isOld />
                <Secret name={say(texts.newSecret)} of={read.newSecret} />
              </ul>
              <Facts>
                <Fact name={say(texts.worksUntil)}>
                  <Moment at={read.oldSecret.endsAt} />
                </Fact>
                {!read.safeToEnd && <SafeFrom of={read} endsAt={read.oldSecret.endsAt} />}
              </Facts>
              <OldSecretUsers of={read.users} />
            </>
          )
        }
      </Loaded>
    </section>
  )
}

/** Why the old secret can go, or cannot. The times stand apart, for what is said here is read aloud. */
export function whyOf({ because, oldSecret }: KeyRotation): Text {
  if (because === 'quiet') return texts.whyQuiet
  if (because === 'new-unused') return texts.whyNewUnused
  return oldSecret?.lastUsedAt ? texts.whyStillUsed : texts.whyTooEarly
}

interface SafetyProps {
  readonly of: KeyRotation
  readonly action: ReactNode
}

function Safety({ of: rotation, action }: SafetyProps) {
  const say = useText()
  const { safeToEnd } = rotation
  return (
    <Banner
      tone={safeToEnd ? 'success' : 'warning'}
      title={say(safeToEnd ? texts.safeToEnd : texts.notSafeYet)}
      actions={action}
    >
      {say(whyOf(rotation))}
    </Banner>
  )
}

interface SecretProps {
  readonly name: string
  readonly of: KeyRotation['newSecret']
  /** It was in use before, which is not counted here. */
  readonly isOld?: boolean
}

function Secret({ name, of: secret, isOld = false }: SecretProps) {
  const say = useText()
  const { requests: count, lastUsedAt } = secret
  return (
    <li>
      <span className="sq-rotation-name">{name}</span>
      <KeyHint of={secret} />
      <span className="sq-rotation-use">
        {say(isOld ? care.requestsSinceRotation : texts.requestsCounted, { count })}
        {lastUsedAt && (
          <>
            {' · '}
            <Said of={texts.usedLast} with={{ when: <RelativeTime at={lastUsedAt} /> }} />
          </>
        )}
        {!lastUsedAt && !isOld && ` · ${say(texts.notUsedYet)}`}
      </span>
    </li>
  )
}

interface SafeFromProps {
  readonly of: KeyRotation
  readonly endsAt: string
}

/** A word for whoever waits: when it would be safe, unless the secret ends before that. */
function SafeFrom({ of: { safeFrom, because }, endsAt }: SafeFromProps) {
  const say = useText()
  if (!safeFrom || because !== 'still-used') return null
  const isLate = Date.parse(safeFrom) >= Date.parse(endsAt)
  return (
    <Fact name={say(texts.safeFrom)} hint={isLate ? '' : say(texts.ifUnused)}>
      {isLate ? say(texts.endsOnItsOwn) : <Moment at={safeFrom} />}
    </Fact>
  )
}
