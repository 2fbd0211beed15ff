import type { AppVersion } from '@sonaqor/contract/app-version'
import { RelativeTime, Table, useText, type Column } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

type Call = AppVersion['calls'][number]

/** What keys of the app asked that a newer version would change, or that will be over. */
export function AffectedCalls({ calls }: { readonly calls: readonly Call[] }) {
  const say = useText()
  if (calls.length === 0) return <p className="sq-version-note">{say(texts.noCallAffected)}</p>
  return (
    <div className="sq-version-ahead">
      <p className="sq-version-head">{say(texts.callsAffected)}</p>
      <Table
        caption={say(texts.callsAffected)}
        columns={columnsIn(say)}
        rows={calls}
        keyOf={({ operation, version }) => `${operation} ${version}`}
      />
    </div>
  )
}

const columnsIn = (say: Say): readonly Column<Call>[] => [
  {
    id: 'call',
    title: say(texts.callAffected),
    cell: ({ method, path, operation }) => (
      <code>{method === '' ? operation : `${method} ${path}`}</code>
    ),
  },
  { id: 'version', title: say(texts.apiVersion), cell: ({ version }) => <code>{version}</code> },
  { id: 'why', title: say(texts.whyAffected), cell: (call) => whyOf(call, say) },
  {
    id: 'requests',
    title: say(texts.requests),
    align: 'end',
    cell: ({ requests }) => say(texts.figure, { figure: requests }),
  },
  {
    id: 'last',
    title: say(texts.lastAsked),
    align: 'end',
    cell: ({ lastAt }) => <RelativeTime at={lastAt} />,
  },
]

function whyOf({ changes, deprecated }: Call, say: Say): string {
  if (deprecated?.sunset) return say(texts.overFrom, { day: deprecated.sunset })
  if (deprecated) return say(texts.deprecatedSince, { day: deprecated.since })
  return say(texts.changesInNewer, { changes: changes.join(', ') })
}
