/** By which channels a member hears of a kind: what they chose, and else what is usual. */
import {
  channels,
  noticeKind,
  type ChannelName,
  type NoticeName,
} from '@sonaqor/contract/notification-kinds'
import type { PreferenceRow } from './notifications.store.ts'

type Choice = Pick<PreferenceRow, 'kind' | 'channel' | 'wanted'>

export interface Way {
  readonly channel: ChannelName
  readonly on: boolean
  readonly byDefault: boolean
  readonly locked: boolean
}

export function waysOf(kind: NoticeName, chosen: readonly Choice[]): Way[] {
  const { channels: usual, locked: isLocked } = noticeKind(kind)
  return channels.map((channel) => {
    const choice = chosen.find((one) => one.kind === kind && one.channel === channel)
    const byDefault = usual.includes(channel)
    const locked = isLocked && byDefault
    return { channel, byDefault, locked, on: locked || (choice?.wanted ?? byDefault) }
  })
}

export const channelsOf = (kind: NoticeName, chosen: readonly Choice[]): ChannelName[] =>
  waysOf(kind, chosen).flatMap(({ channel, on }) => (on ? [channel] : []))
