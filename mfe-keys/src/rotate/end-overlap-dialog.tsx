import type { KeyRotation } from '@sonaqor/contract/key-rotation'
import type { Key } from '@sonaqor/contract/keys'
import { Banner, Button, Dialog, Refusal, Said, useText, useToast } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { FactorNotice } from '../factor/factor-notice.tsx'
import { heldBack, useFactor } from '../factor/use-factor.ts'
import { KeyHint } from '../key/key-badges.tsx'
import { CountedUntil } from '../usage/counted-until.tsx'
import { CutOff } from './cut-off.tsx'
import { whyOf } from './rotation-cockpit.tsx'
import { useEndingOverlap, useRotation } from './use-rotation.ts'

export interface EndOverlapDialogProps {
  readonly of: Key
  readonly onClose: () => void
}

/** Says exactly what will happen, and who would be cut off. */
export function EndOverlapDialog({ of: key, onClose }: EndOverlapDialogProps) {
  const say = useText()
  const show = useToast()
  const { data: rotation } = useRotation(key)
  const factor = useFactor(key)
  const end = useEndingOverlap(({ label }) => {
    onClose()
    show({
      tone: 'success',
      title: say(texts.oldEnded, { label }),
      detail: say(texts.nextIsRefused),
    })
  })
  return (
    <Dialog
      title={say(texts.endOldTitle, { label: key.label })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.keepBoth)}</Button>
          <Button
            look="danger"
            busy={end.isPending}
            onClick={factor.isMissing ? undefined : () => end.mutate(key)}
            {...heldBack(factor)}
          >
            {say(texts.endOldSecret)}
          </Button>
        </>
      }
    >
      {key.oldSecret && (
        <p>
          <Said
            of={texts.endsOldNow}
            with={{ old: <KeyHint of={key.oldSecret} />, new: <KeyHint of={key} /> }}
          />
        </p>
      )}
      {rotation && <Verdict of={rotation} />}
      {rotation && <CountedUntil of={rotation} />}
      <FactorNotice of={factor} />
      <Refusal error={end.error} />
    </Dialog>
  )
}

function Verdict({ of: rotation }: { readonly of: KeyRotation }) {
  const say = useText()
  const { safeToEnd, users, because } = rotation
  if (safeToEnd || because !== 'still-used' || users.length === 0) {
    return (
      <Banner
        tone={safeToEnd ? 'success' : 'warning'}
        title={say(safeToEnd ? texts.safeToEnd : texts.notSafeYet)}
      >
        {say(whyOf(rotation))}
      </Banner>
    )
  }
  return (
    <Banner tone="warning" title={say(texts.cutOff)}>
      <CutOff users={users} />
    </Banner>
  )
}
