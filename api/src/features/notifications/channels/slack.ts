/** Slack: a message to a member by our bot, or, where there is none, to the channel of a webhook. */
import { z } from 'zod'
import { shortened, type Channel, type Line, type Outcome } from './channel.ts'
import { post, type Carried } from './post.ts'

export interface SlackAccount {
  /** `https://slack.com/api` */
  readonly apiUrl: string
  readonly botToken?: string | undefined
  /** An incoming webhook; it knows its own channel. */
  readonly webhookUrl?: string | undefined
}

/** A user, a channel, or a conversation, by the ids that Slack gives them. */
const address = /^[A-Z][A-Z0-9]{2,30}$/
const textMax = 3000
const Answer = z.object({ ok: z.boolean(), error: z.string().optional() })

export function slackChannel({ apiUrl, botToken, webhookUrl }: SlackAccount): Channel<Line> {
  return {
    send: async ({ to, text }) => {
      if (!address.test(to)) return { state: 'suppressed', reason: 'no-address' }
      const line = escaped(shortened(text, textMax))
      const json = { 'content-type': 'application/json; charset=utf-8' }
      if (botToken !== undefined) {
        const headers = { ...json, authorization: `Bearer ${botToken}` }
        const body = JSON.stringify({ channel: to, text: line, unfurl_links: false })
        return post({ url: `${apiUrl}/chat.postMessage`, headers, body }, byBot)
      }
      const body = JSON.stringify({ text: `<@${to}> ${line}` })
      return post({ url: webhookUrl ?? '', headers: json, body }, byWebhook)
    },
  }
}

/** What Slack would take for a mention, a link or a group stays what somebody wrote. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** It answers 200 to everything, and says in the answer whether it was. */
function byBot({ status, answer }: Carried): Outcome {
  const { data } = Answer.safeParse(answer)
  if (data?.ok) return { state: 'sent', status }
  if (data?.error === 'ratelimited') {
    return { state: 'failed', reason: 'busy', status, isFinal: false }
  }
  return { state: 'failed', reason: 'refused', status, isFinal: true }
}

const byWebhook = ({ status }: Carried): Outcome =>
  status === 200
    ? { state: 'sent', status }
    : { state: 'failed', reason: 'refused', status, isFinal: true }
