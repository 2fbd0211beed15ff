import type { AuditCheckpoint } from '@sonaqor/contract/audit'
import {
  Copied,
  Empty,
  Loaded,
  LoadMore,
  RelativeTime,
  Section,
  Table,
  useText,
  type Column,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'
import { useCheckpoints } from './use-audit.ts'

/** What was signed of the chain, and when it had arrived where nobody here can rewrite it. */
export function CheckpointsList() {
  const say = useText()
  const checkpoints = useCheckpoints(atOnce)
  return (
    <Section title={say(texts.checkpoints)} purpose={say(texts.checkpointsDetail)}>
      <Loaded
        of={checkpoints}
        empty={<Empty title={say(texts.noCheckpoints)}>{say(texts.noCheckpointsDetail)}</Empty>}
      >
        {(rows) => (
          <>
            <Table
              caption={say(texts.tableOfCheckpoints)}
              columns={columnsIn(say)}
              rows={rows}
              keyOf={({ sequence, keyId }) => `${sequence} ${keyId}`}
            />
            <LoadMore
              counted={say(texts.checkpointsShown, { count: rows.length })}
              of={checkpoints}
            />
          </>
        )}
      </Loaded>
    </Section>
  )
}

/** As many as leave the verdict above in view. */
const atOnce = 5

function columnsIn(say: Say): readonly Column<AuditCheckpoint>[] {
  return [
    {
      id: 'sequence',
      title: say(texts.checkpoint),
      cell: ({ sequence }) => say(texts.anEntry, { sequence }),
    },
    { id: 'at', title: say(texts.signedAt), cell: ({ at }) => <RelativeTime at={at} /> },
    {
      id: 'sent',
      title: say(texts.sentOutside),
      cell: ({ sentAt }) => (sentAt ? <RelativeTime at={sentAt} /> : say(texts.notSent)),
    },
    {
      id: 'signed',
      title: say(texts.checkpointKey),
      cell: ({ signed, keyId, sequence }) => (
        <Copied text={signed} what={say(texts.checkpointOf, { sequence })}>
          <code>{keyId.slice(0, 8)}</code>
        </Copied>
      ),
    },
  ]
}
