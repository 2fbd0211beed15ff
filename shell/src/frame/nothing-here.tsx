import { Button, Failed, failureOf, Link, Page } from '@sonaqor/ui'
import type { DashboardPages, Shown } from './use-dashboard.ts'

type NothingHereProps = Pick<DashboardPages, 'nav' | 'failure' | 'retry'>

/** Stands where no page is: for want of one, or because nobody could be asked for any. */
export function NothingHere({ nav, failure, retry }: NothingHereProps) {
  const title = titleOf({ failure })
  if (failure !== undefined) {
    return (
      <Page title={title}>
        <Failed failure={failureOf(failure)} onRetry={retry} />
      </Page>
    )
  }
  const [home] = nav
  return (
    <Page
      title={title}
      purpose="The address may be mistyped, or what was there is not available at the moment."
    >
      <div className="sq-ways">
        {home && <Link href={home.path}>Go to {home.title}</Link>}
        <Button onClick={retry}>Try again</Button>
      </div>
    </Page>
  )
}

/** What the page is called, in its heading and in the window. */
export function titleOf({ failure }: Pick<Shown, 'failure'>): string {
  return failure === undefined
    ? 'There is nothing at this address'
    : 'The pages could not be loaded'
}
