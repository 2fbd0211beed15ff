import { useModule } from '@sonaqor/module'
import { Button, useText } from '@sonaqor/ui'
import type { Narrowing } from '../logs/log-filter.ts'
import * as texts from '../texts/en.ts'
import { SavedViews } from '../views/saved-views.tsx'

export interface InsightActsProps {
  readonly isBrokenDown: boolean
  readonly onBreakDown: (isShown: boolean) => void
  readonly shown: Narrowing
  readonly onShow: (view: Narrowing) => void
}

/** What can be done with a filter beyond reading its list. A page of a partner keeps no views. */
export function InsightActs({ isBrokenDown, onBreakDown, shown, onShow }: InsightActsProps) {
  const say = useText()
  const { principal } = useModule()
  return (
    <>
      <Button icon="chart" aria-pressed={isBrokenDown} onClick={() => onBreakDown(!isBrokenDown)}>
        {say(texts.breakdown)}
      </Button>
      {principal.kind === 'member' && <SavedViews shown={shown} onShow={onShow} />}
    </>
  )
}
