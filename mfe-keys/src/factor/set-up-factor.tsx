import { useModule } from '@sonaqor/module'
import { Button, useText } from '@sonaqor/ui'
import * as care from '../care/texts/en.ts'

/** Leads to where a second factor is set up. That is another tab: what is filled in here stays. */
export function SetUpFactor() {
  const say = useText()
  const { setUpFactor } = useModule()
  if (!setUpFactor) return null
  return (
    <Button size="small" icon="external" onClick={setUpFactor}>
      {say(care.setUpFactor)}
    </Button>
  )
}
