import type { App } from '@sonaqor/contract/apps'
import type { EmbedRefusal } from '@sonaqor/contract/embeds'
import { useModule } from '@sonaqor/module'
import {
  Badge,
  Button,
  Empty,
  Loaded,
  RelativeTime,
  Section,
  Table,
  TableSkeleton,
  useText,
  type Column,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'
import { useRefusals } from './use-doctor.ts'

/** Which pages were refused, why, and what to do so that they are not. */
export function Refusals({ app }: { readonly app: App }) {
  const say = useText()
  const { navigate } = useModule()
  const columns = columnsIn(say, app)
  const settings = () => navigate('home.app', { app: app.id, tab: 'settings' })
  return (
    <Section
      title={say(texts.refused)}
      purpose={say(texts.refusedPurpose)}
      actions={
        <Button size="small" onClick={settings}>
          {say(texts.openSettings)}
        </Button>
      }
    >
      <Loaded
        of={useRefusals(app.id)}
        loading={<TableSkeleton columns={columns} rows={2} />}
        empty={<Empty title={say(texts.noRefusals)}>{say(texts.noRefusalsDetail)}</Empty>}
      >
        {(refusals) => (
          <Table
            caption={say(texts.refused)}
            columns={columns}
            rows={refusals}
            keyOf={({ origin, reason }) => `${origin} ${reason}`}
          />
        )}
      </Loaded>
    </Section>
  )
}

const columnsIn = (say: Say, app: App): readonly Column<EmbedRefusal>[] => [
  {
    id: 'origin',
    title: say(texts.origin),
    cell: ({ origin }) => <code className="sq-doctor-origin">{origin}</code>,
  },
  {
    id: 'reason',
    title: say(texts.reason),
    cell: ({ reason }) => (
      <Badge tone="warning" icon="alert">
        {say(texts.refusalReason, { reason })}
      </Badge>
    ),
  },
  {
    id: 'advice',
    title: say(texts.toChange),
    cell: ({ origin, reason }) => (
      <span className="sq-doctor-advice">
        {say(texts.refusalAdvice, {
          reason,
          origin,
          isRegistered: app.origins.includes(origin) ? 'yes' : 'no',
        })}
      </span>
    ),
  },
  { id: 'times', title: say(texts.times), align: 'end', cell: ({ times }) => times },
  {
    id: 'last',
    title: say(texts.lastRefused),
    align: 'end',
    cell: ({ lastAt }) => <RelativeTime at={lastAt} />,
  },
]
