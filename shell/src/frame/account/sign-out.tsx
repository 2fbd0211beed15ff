import { Button, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import { useWayOut } from './use-way-out.ts'
import { WayFailed } from '../nowhere/way-failed.tsx'

/** The way out for good. */
export function SignOut({ onSignOut }: { readonly onSignOut: () => Promise<void> }) {
  const say = useText()
  const { state, go } = useWayOut()
  return (
    <>
      {state.name === 'closed' && <WayFailed title={say(texts.notSignedOut)} error={state.error} />}
      <Button busy={state.name === 'busy'} onClick={() => go(onSignOut)}>
        {say(texts.signOut)}
      </Button>
    </>
  )
}
