/**
 * What an app of the demo's sandbox was told meanwhile. It goes into the test inbox of the app, which
 * calls nobody: tests, for they are made while the clock stands at their moment.
 */
import type { InboxAnswer } from '@sonaqor/contract/webhook-bounds'
import { clientOverHttp } from '@sonaqor/contract/over-http'

/** Told at each so many moments of the history. */
const pace = 9
const told = [
  'transactions.ingested',
  'customers.ingested',
  'keys.issued',
  'transactions.ingested',
  'keys.revoked',
]
/** Mostly well, at times badly; never 410, by which a worker that runs already would close it for good. */
const answers: readonly InboxAnswer[] = [200, 200, 200, 500]

/** Opens the inbox, and tells it something at its moments. */
export async function tellInbox(
  url: string,
  key: string,
): Promise<(moment: number) => Promise<void>> {
  const { webhookInbox, webhooks } = clientOverHttp(url, key)
  const { endpointId } = await webhookInbox.open({ body: {} })
  const id = endpointId ?? ''
  let answered: InboxAnswer = 200
  return async (moment) => {
    if (moment % pace !== 0) return
    const turn = moment / pace
    const next = answers[turn % answers.length] ?? 200
    if (next !== answered) await webhookInbox.update({ body: { answers: next } })
    answered = next
    const eventType = told[turn % told.length] ?? 'keys.issued'
    await webhooks.sendTest({ params: { id }, body: { eventType } })
  }
}
