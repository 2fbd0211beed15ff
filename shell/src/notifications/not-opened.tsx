import { Failed, useText } from '@sonaqor/ui'
import * as shared from '../texts/en.ts'

/** Stands in place of what could not be fetched. */
export function NotOpened({ onRetry }: { readonly onRetry: () => void }) {
  const say = useText()
  const failure = {
    title: say(shared.notOpened),
    reason: say(shared.noAnswer),
    advice: say(shared.checkConnection),
  }
  return <Failed failure={failure} onRetry={onRetry} />
}
