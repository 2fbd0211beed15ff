import { Banner, useText } from '@sonaqor/ui'
import * as care from '../care/texts/en.ts'
import { SetUpFactor } from './set-up-factor.tsx'
import type { FactorOwed } from './use-factor.ts'

interface FactorNoticeProps {
  readonly of: FactorOwed
  readonly act?: 'end' | 'change'
}

/**
 * Says before the press what it will take; whoever has no second factor learns that there is no use in it
 * yet. It is the same place in both cases: one may be set up elsewhere while somebody stands at its button.
 */
export function FactorNotice({ of: factor, act = 'end' }: FactorNoticeProps) {
  const say = useText()
  const { place, onFocus } = factor.foothold
  if (!factor.isAsked) return null
  return (
    <div id={factor.id} ref={place} tabIndex={-1} onFocus={onFocus}>
      {factor.isMissing ? <Missing act={act} /> : <p>{say(care.takesFactor, { act })}</p>}
    </div>
  )
}

function Missing({ act }: Required<Pick<FactorNoticeProps, 'act'>>) {
  const say = useText()
  return (
    <Banner tone="warning" title={say(care.factorMissing)} actions={<SetUpFactor />}>
      {say(care.factorMissingMeans, { act })}
    </Banner>
  )
}
