/**
 * What an app of the demo's sandbox was told meanwhile. It goes into the test inbox of the app, which
 * calls nobody: tests, for they are made while the clock stands at their moment.
 */
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

/** Opens the inbox, and tells it something at its moments. */
export async function tellInbox(
  url: string,
  key: string,
): Promise<(moment: number) => Promise<void>> {
  const { webhookInbox, webhooks } = clientOverHttp(url, key)
  const { endpointId } = await webhookInbox.open({ body: {} })
  const id = endpointId ?? ''
  return async (moment) => {
    if (moment % pace !== 0) return
    const turn = moment / pace
    const eventType = told[turn % told.length] ?? 'keys.issued'
    await webhooks.sendTest({ params: { id }, body: { eventType } })
  }
}
