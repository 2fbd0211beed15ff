/** SMS by a carrier that speaks as Twilio does. */
import { shortened, type Channel, type Line } from './channel.ts'
import { post } from './post.ts'

export interface SmsAccount {
  /** `https://api.twilio.com` */
  readonly apiUrl: string
  readonly account: string
  readonly token: string
  /** A number, or a name that the carrier knows as ours. */
  readonly from: string
}

/** E.164 */
const address = /^\+[1-9]\d{6,14}$/
/** Two messages' worth in the larger alphabet; a third would cost more than it says. */
const textMax = 134

export function smsChannel({ apiUrl, account, token, from }: SmsAccount): Channel<Line> {
  const url = `${apiUrl}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`
  const basic = Buffer.from(`${account}:${token}`).toString('base64')
  return {
    send: async ({ to, text }) => {
      if (!address.test(to)) return { state: 'suppressed', reason: 'no-address' }
      const headers = {
        authorization: `Basic ${basic}`,
        'content-type': 'application/x-www-form-urlencoded',
      }
      const body = new URLSearchParams({ To: to, From: from, Body: shortened(text, textMax) })
      return post({ url, headers, body: body.toString() }, ({ status }) =>
        status >= 200 && status < 300
          ? { state: 'sent', status }
          : { state: 'failed', reason: 'refused', status, isFinal: true },
      )
    },
  }
}
