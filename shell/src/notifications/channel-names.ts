import type { ChannelName } from '@sonaqor/contract/notification-kinds'
import * as texts from './texts/en.ts'

/** What each channel is called by itself. */
export const channelNames = {
  inbox: texts.inbox,
  mail: texts.mail,
  slack: texts.slack,
  sms: texts.sms,
} as const satisfies Record<ChannelName, unknown>

export const channels = Object.keys(channelNames) as readonly ChannelName[]
