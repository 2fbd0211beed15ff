import { Permitted } from '@sonaqor/module'
import { adopt, Page } from '@sonaqor/ui'
import { useState } from 'react'
import { LiveControl, LiveEnded, type Following } from './live-control.tsx'
import { useLogFilter } from './log-filter.ts'
import { LogsBar } from './logs-bar.tsx'
import { LogsList } from './logs-list.tsx'
import sheet from './logs.css'

adopt(sheet)

const words = {
  title: 'Logs',
  purpose: 'Every request made with your API keys, refused ones included, as it comes in.',
}

export default function LogsPage() {
  return (
    <Permitted scope="logs:read" to="see logs" page={words}>
      <LogsOfTenant />
    </Permitted>
  )
}

function LogsOfTenant() {
  const { filter, isFiltered, narrow, clear, openEntry, open } = useLogFilter()
  const [following, setFollowing] = useState<Following>('following')
  return (
    <Page
      {...words}
      actions={<LiveControl following={following} onFollow={setFollowing} />}
      bar={<LogsBar filter={filter} isFiltered={isFiltered} onNarrow={narrow} onClear={clear} />}
    >
      {following === 'ended' && <LiveEnded onFollow={setFollowing} />}
      <LogsList
        key={JSON.stringify(filter)}
        filter={filter}
        isFiltered={isFiltered}
        following={following}
        onEnd={() => setFollowing('ended')}
        openEntry={openEntry}
        onOpen={open}
      />
    </Page>
  )
}
