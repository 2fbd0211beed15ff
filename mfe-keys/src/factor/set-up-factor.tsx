import { useModule } from '@sonaqor/module'
import { Button, useText } from '@sonaqor/ui'
import * as care from '../care/texts/en.ts'

/** Leads to where a second factor is set up, where the page around it knows the way. */
export function SetUpFactor() {
  const say = useText()
  const { setUpFactor } = useModule()
  if (!setUpFactor) return null
  return (
    <Button size="small" onClick={setUpFactor}>
      {say(care.setUpFactor)}
    </Button>
  )
}
