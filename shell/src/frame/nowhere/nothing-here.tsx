import { Button, Failed, failureOf, Page, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import type { AtHand } from '../use-at-hand.ts'
import type { DashboardPages, Shown } from '../use-dashboard.ts'

interface NothingHereProps extends Pick<DashboardPages, 'nav' | 'failure' | 'retry'> {
  readonly parts: AtHand['parts']
}

/** Stands where no page is: for want of one, or because nobody could be asked for any. */
export function NothingHere({ nav, failure, retry, parts }: NothingHereProps) {
  const say = useText()
  const title = say(titleOf({ failure }))
  if (failure !== undefined) {
    return (
      <Page title={title}>
        <Failed failure={failureOf(failure, say)} onRetry={retry} />
      </Page>
    )
  }
  const [home] = nav
  return (
    <Page title={title} purpose={say(texts.nothingHereReason)}>
      <div className="sq-ways">
        <Button onClick={retry}>{say(texts.tryAgain)}</Button>
        {/* Last, for it comes after the page, and nothing is to move from under a finger. */}
        {home && parts && <parts.WayHome to={home} />}
      </div>
    </Page>
  )
}

/** What the page is called, in its heading and in the window. */
export function titleOf({ failure }: Pick<Shown, 'failure'>) {
  return failure === undefined ? texts.nothingHere : texts.pagesNotLoaded
}
