import type { App } from '@sonaqor/contract/apps'
import { adopt, Banner, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as care from '../care/texts/en.ts'
import sheet from './factor-ahead.css'
import { SetUpFactor } from './set-up-factor.tsx'
import { useFactor } from './use-factor.ts'

adopt(sheet)

export interface FactorAheadProps {
  readonly of: Pick<App, 'environment'>
  /** The question that it follows from, which keeps the keyboard where this goes. */
  readonly children: ReactNode
}

/** Issuing a key takes no second factor, ending one of production does: whoever has none learns it before. */
export function FactorAhead({ of: app, children }: FactorAheadProps) {
  const say = useText()
  const { isMissing, foothold } = useFactor(app)
  const { place, onFocus } = foothold
  return (
    <div ref={place} className="sq-factor-ahead" tabIndex={-1} onFocus={onFocus}>
      {children}
      {isMissing && <Banner title={say(care.factorAhead)} actions={<SetUpFactor />} />}
    </div>
  )
}
