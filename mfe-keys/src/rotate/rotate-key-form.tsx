import type { Overlap, Rotation } from '@sonaqor/contract/key-rotation'
import type { Key } from '@sonaqor/contract/keys'
import { EnvironmentBadge } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import {
  Banner,
  Button,
  exactly,
  faultsOf,
  Form,
  RadioGroup,
  Refusal,
  Said,
  useLocale,
  useText,
  type RadioOption,
} from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import { FactorNotice } from '../factor/factor-notice.tsx'
import { heldBack, useFactor } from '../factor/use-factor.ts'
import { KeyHint } from '../key/key-badges.tsx'
import { KeyInHand } from '../key/key-in-hand.tsx'
import { LastAccepted } from '../key/last-accepted.tsx'
import { ExpiryField } from '../expiry/expiry-field.tsx'
import { faultInExpiry, kept } from '../expiry/expiry.ts'
import { rotationOf, type RotationDraft } from './rotation-draft.ts'

export interface RotateKeyFormProps {
  readonly of: Key
  readonly busy: boolean
  readonly error: unknown
  readonly onRotate: (rotation: Rotation) => void
  readonly onCancel: () => void
}

/** How long the old secret is to work beside the new one, and whether the key ends at another time. */
export function RotateKeyForm({ of: key, busy, error, onRotate, onCancel }: RotateKeyFormProps) {
  const say = useText()
  const [openedAtMs] = useState(() => Date.now())
  const [asked, setAsked] = useState(false)
  const [draft, setDraft] = useState<RotationDraft>({ overlap: '24h', expiry: kept })
  // Nobody is to end two secrets at once by what was suggested to them.
  const hasTwo = key.oldSecret !== null
  const overlap = hasTwo && draft.overlap !== 'now' ? undefined : draft.overlap

  const refused = faultsOf(error, say)
  const isOwed = asked && !overlap
  const strange = faultInExpiry(draft.expiry, openedAtMs, say)
  const factor = useFactor(key)
  const submit = () => {
    if (factor.isMissing) return
    setAsked(true)
    if (overlap && !strange) onRotate(rotationOf(overlap, draft, openedAtMs))
  }

  return (
    <Form
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onCancel}>{say(texts.cancel)}</Button>
          <Button
            look={overlap === 'now' ? 'danger' : 'primary'}
            type="submit"
            busy={busy}
            {...heldBack(factor)}
          >
            {say(texts.rotateKey)}
          </Button>
        </>
      }
    >
      <KeyInHand title={key.label}>
        <p>
          <KeyHint of={key} /> <EnvironmentBadge of={key.environment} />
        </p>
        <p>{say(texts.staysItself)}</p>
      </KeyInHand>
      <FactorNotice of={factor} />
      {key.oldSecret && <TwoAlready of={key.oldSecret} />}
      <RadioGroup
        label={say(texts.overlapQuestion)}
        error={isOwed || (refused['overlap'] && !overlap) ? say(texts.stillWorks) : undefined}
        options={overlapsIn(say, hasTwo)}
        value={overlap}
        onChange={(chosen) => setDraft({ ...draft, overlap: chosen })}
      />
      {overlap === 'now' && <NowStops of={key} />}
      <ExpiryField
        value={draft.expiry}
        before={key.expiresAt}
        openedAtMs={openedAtMs}
        error={(asked && strange) || refused['expiresAt']}
        onChange={(expiry) => setDraft({ ...draft, expiry })}
      />
      {!refused['expiresAt'] && !refused['overlap'] && <Refusal error={error} />}
    </Form>
  )
}

const meanings = [
  ['24h', texts.overlapDay, texts.overlapDayMeans],
  ['1h', texts.overlapHour, texts.overlapHourMeans],
  ['7d', texts.overlapWeek, texts.overlapWeekMeans],
  ['now', texts.overlapNow, texts.overlapNowMeans],
] as const

const overlapsIn = (say: Say, hasTwo: boolean) => meanings.map(optionIn(say, hasTwo))

const optionIn =
  (say: Say, hasTwo: boolean) =>
  ([value, label, hint]: (typeof meanings)[number]): RadioOption<Overlap> => ({
    value,
    label: say(label),
    hint: say(hasTwo ? texts.overlapNowEndsBoth : hint),
    ...(hasTwo && value !== 'now' && { disabledBecause: say(texts.thirdSecret) }),
  })

/** Of three secrets nobody could say any more who uses which, so that no third one is made beside two. */
function TwoAlready({ of: old }: { readonly of: NonNullable<Key['oldSecret']> }) {
  const say = useText()
  const locale = useLocale()
  const when = exactly(new Date(old.endsAt), locale)
  return (
    <Banner tone="warning" title={say(texts.twoAlready)}>
      <Said of={texts.twoAlreadyBecause} with={{ hint: <KeyHint of={old} />, when }} />
    </Banner>
  )
}

function NowStops({ of: { lastUsedAt } }: { readonly of: Key }) {
  const say = useText()
  if (!lastUsedAt) return <Banner title={say(texts.notInUse)}>{say(texts.nothingBreaks)}</Banner>
  return (
    <Banner tone="warning" title={say(texts.nowStops)}>
      <LastAccepted at={lastUsedAt} />
    </Banner>
  )
}
