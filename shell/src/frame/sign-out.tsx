import { Banner, Button, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { useWayOut } from './use-way-out.ts'

/** The way out for good. */
export function SignOut({ onSignOut }: { readonly onSignOut: () => Promise<void> }) {
  const say = useText()
  const { state, go } = useWayOut()
  return (
    <>
      {state === 'closed' && (
        <Banner tone="danger" title={say(texts.notSignedOut)}>
          {say(texts.serverDidNotAnswer)}
        </Banner>
      )}
      <Button busy={state === 'busy'} onClick={() => go(onSignOut)}>
        {say(texts.signOut)}
      </Button>
    </>
  )
}
