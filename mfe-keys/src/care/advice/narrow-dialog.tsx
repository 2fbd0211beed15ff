import type { KeyAdvice } from '@sonaqor/contract/key-advice'
import type { Key } from '@sonaqor/contract/keys'
import { AskDialog, Banner, useText, useToast } from '@sonaqor/ui'
import { FactorNotice } from '../../factor/factor-notice.tsx'
import { useFactor } from '../../factor/use-factor.ts'
import { ScopeList } from '../../key/scope-list.tsx'
import { LostCalls } from '../reach/lost-calls.tsx'
import * as care from '../texts/en.ts'
import { unusedDays as days } from './unused-days.ts'
import { useNarrowing } from './use-narrowing.ts'

export interface NarrowDialogProps {
  readonly of: Key
  readonly advice: KeyAdvice
  readonly onClose: () => void
}

/** It cannot be taken back, so that what goes, and what is refused from then on, is said before. */
export function NarrowDialog({ of: key, advice, onClose }: NarrowDialogProps) {
  const say = useText()
  const show = useToast()
  const keep: readonly string[] = advice.keep ?? key.scopes
  const gone = key.scopes.filter((scope) => !keep.includes(scope))
  const factor = useFactor(key)
  const narrowing = useNarrowing(({ label }) => {
    onClose()
    show({
      tone: 'success',
      title: say(care.wasNarrowed, { label }),
      detail: say(care.scopesTaken, { count: gone.length }),
    })
  })
  return (
    <AskDialog
      title={say(care.narrowTitle, { label: key.label })}
      verb={say(care.narrowKey)}
      look="primary"
      isBusy={narrowing.isPending}
      error={narrowing.error}
      heldBackBy={factor.isMissing ? factor.id : undefined}
      onDo={() => narrowing.mutate({ key, keep })}
      onClose={onClose}
    >
      <p>{say(care.theseGo, { count: gone.length, days })}</p>
      <ScopeList of={gone} />
      <LostCalls before={key.scopes} after={keep} />
      <Banner tone="warning" title={say(care.neverGains)}>
        {say(care.issueAnother)}
      </Banner>
      <FactorNotice of={factor} />
    </AskDialog>
  )
}
