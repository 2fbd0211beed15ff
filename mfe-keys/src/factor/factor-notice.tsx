import { useModule } from '@sonaqor/module'
import { Banner, Button, useText } from '@sonaqor/ui'
import type { Ref } from 'react'
import * as care from '../care/texts/en.ts'
import type { FactorOwed } from './use-factor.ts'

interface FactorNoticeProps {
  readonly of: FactorOwed
  readonly act?: 'end' | 'change'
  /** Takes the focus where a field goes that was not to be filled in for nothing. */
  readonly ref?: Ref<HTMLDivElement>
}

/** Says before the press what it will take; whoever has no second factor learns that there is no use in it yet. */
export function FactorNotice({
  of: { isAsked, isMissing, id },
  act = 'end',
  ref,
}: FactorNoticeProps) {
  const say = useText()
  const { setUpFactor } = useModule()
  if (!isAsked) return null
  if (!isMissing) return <p>{say(care.takesFactor, { act })}</p>
  return (
    <div id={id}>
      <Banner
        {...(ref && { ref })}
        tone="warning"
        title={say(care.factorMissing)}
        actions={
          setUpFactor && (
            <Button size="small" onClick={setUpFactor}>
              {say(care.setUpFactor)}
            </Button>
          )
        }
      >
        {say(care.factorMissingMeans, { act })}
      </Banner>
    </div>
  )
}
