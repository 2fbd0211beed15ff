/** The ways out that this installation has. */
import type { Foundation } from '../../../core/foundation/index.ts'
import { closed, type Channels } from './channel.ts'
import { developmentInbox } from './development-inbox.ts'
import { smtpChannel } from './mail.ts'
import { slackChannel } from './slack.ts'
import { smsChannel } from './sms.ts'

export type { Channels, Outcome } from './channel.ts'

export function openChannels(foundation: Foundation): Channels {
  const { mail, slack, sms, demo, publicUrl } = foundation.config
  const { hostname } = new URL(publicUrl)
  return {
    mail: mail
      ? smtpChannel({ ...mail, host: hostname })
      : demo
        ? developmentInbox(foundation)
        : closed('no-mail-server'),
    slack: slack ? slackChannel(slack) : closed('no-slack'),
    sms: sms ? smsChannel(sms) : closed('no-sms'),
  }
}
