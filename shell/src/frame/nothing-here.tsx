import { Button, Failed, failureOf, Link, Page, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import type { DashboardPages, Shown } from './use-dashboard.ts'

type NothingHereProps = Pick<DashboardPages, 'nav' | 'failure' | 'retry'>

/** Stands where no page is: for want of one, or because nobody could be asked for any. */
export function NothingHere({ nav, failure, retry }: NothingHereProps) {
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
        {home && <Link href={home.path}>{say(texts.goTo, { page: home.title })}</Link>}
        <Button onClick={retry}>{say(texts.tryAgain)}</Button>
      </div>
    </Page>
  )
}

/** What the page is called, in its heading and in the window. */
export function titleOf({ failure }: Pick<Shown, 'failure'>) {
  return failure === undefined ? texts.nothingHere : texts.pagesNotLoaded
}
