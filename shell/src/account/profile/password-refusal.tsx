import { Banner, Refusal, useText } from '@sonaqor/ui'
import { secondsToWait, whenToTry } from '../../identity/wait.ts'
import * as shared from '../../texts/en.ts'

/** Says why an act did not take place that took the password: after many wrong ones, for how long. */
export function PasswordRefusal({ error }: { readonly error: unknown }) {
  const say = useText()
  const seconds = secondsToWait(error)
  if (seconds === undefined) return <Refusal error={error} />
  return (
    <Banner tone="danger" title={say(shared.tooManyAttempts)}>
      {whenToTry(seconds, say)}
    </Banner>
  )
}
