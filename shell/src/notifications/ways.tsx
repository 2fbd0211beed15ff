import type { Client } from '@sonaqor/contract/client'
import type { ChannelName } from '@sonaqor/contract/notification-kinds'
import type { Preferences } from '@sonaqor/contract/notifications'
import { adopt, Banner, Loaded, Table, useLocale, useText, type Column } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { channelNames, channels } from './channel-names.ts'
import * as texts from './texts/en.ts'
import { useWays, type Kind, type Turn } from './use-ways.ts'
import { Way } from './way.tsx'
import sheet from './ways.css'

adopt(sheet)

interface WaysProps {
  readonly api: Pick<Client, 'notifications'>
}

/** By which channels one hears of what. Each choice holds at once. */
export function Ways({ api }: WaysProps) {
  const say = useText()
  const { ways, turn } = useWays(api)
  return (
    <div className="sq-ways-part">
      <p className="sq-ways-purpose">{say(texts.preferencesPurpose)}</p>
      <Loaded of={ways}>{({ kinds }) => <WaysTable kinds={kinds} onTurn={turn} />}</Loaded>
    </div>
  )
}

interface WaysTableProps extends Preferences {
  readonly onTurn: Turn
}

function WaysTable({ kinds, onTurn }: WaysTableProps) {
  const say = useText()
  const locale = useLocale()
  const isOpen = (channel: ChannelName) =>
    kinds.some((kind) => kind.channels.some((way) => way.channel === channel && way.reachable))
  const shut = channels.filter((channel) => !isOpen(channel)).map((one) => say(channelNames[one]))
  const columns: readonly Column<Kind>[] = [
    { id: 'kind', title: say(texts.kind), cell: ({ title }) => title },
    ...channels.filter(isOpen).map((channel) => columnOf(channel, onTurn, say)),
  ]
  return (
    <>
      <Table
        caption={say(texts.preferencesCaption)}
        columns={columns}
        rows={kinds}
        keyOf={({ kind }) => kind}
      />
      <p className="sq-ways-purpose">{say(texts.lockedBecause)}</p>
      {shut.length > 0 && (
        <Banner title={say(texts.notSetUp, { channels: new Intl.ListFormat(locale).format(shut) })}>
          {say(texts.notSetUpDetail)}
        </Banner>
      )}
    </>
  )
}

const columnOf = (channel: ChannelName, onTurn: Turn, say: Say): Column<Kind> => ({
  id: channel,
  title: say(channelNames[channel]),
  width: '124px',
  cell: (kind) => <Way kind={kind} channel={channel} onTurn={onTurn} />,
})
