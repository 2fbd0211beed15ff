import { Button, useText } from '@sonaqor/ui'
import { knowsPasskeys } from '../identity/knows-passkeys.ts'
import * as texts from '../texts/en.ts'
import { usePasskey, type PasskeyWay } from './use-passkey.ts'

interface PasskeyDoorProps extends PasskeyWay {
  readonly busy: boolean
}

/** Signs in with a passkey alone: by a press, or out of what the browser suggests for the name. */
export function PasskeyDoor(props: PasskeyDoorProps) {
  return knowsPasskeys() ? <Door {...props} /> : null
}

function Door({ busy, ...way }: PasskeyDoorProps) {
  const say = useText()
  const press = usePasskey(way)
  return (
    <Button icon="key" busy={busy} onClick={press}>
      {say(texts.signInWithPasskey)}
    </Button>
  )
}
