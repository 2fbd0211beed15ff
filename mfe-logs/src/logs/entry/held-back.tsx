import { useModule } from '@sonaqor/module'
import { Banner, Said, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** Of bodies the structure alone is shown: what it takes to see them, and who can give that. */
export function HeldBack() {
  const say = useText()
  const { can, kind } = useModule()
  const without = kind === 'shell' ? texts.heldBackFromRole : texts.heldBackFromPage
  return (
    <Banner title={say(texts.structureAlone)}>
      {can('customers:read') ? (
        say(texts.heldBackOtherwise)
      ) : (
        <Said of={without} with={{ scope: <code>customers:read</code> }} />
      )}
    </Banner>
  )
}
