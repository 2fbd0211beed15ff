import type { AppVersion } from '@sonaqor/contract/app-version'
import { versionCallsDays as days } from '@sonaqor/contract/version-bounds'
import { RelativeTime, Table, useLocale, useText, type Column } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { calendarDay } from '../activity/calendar-day.ts'
import * as texts from '../texts/en.ts'

type Call = AppVersion['calls'][number]

/** What keys of the app asked that a newer version would change, or that will be over. */
export function AffectedCalls({ of }: { readonly of: AppVersion }) {
  const say = useText()
  const locale = useLocale()
  const { calls } = of
  if (calls.length === 0)
    return <p className="sq-version-note">{say(texts.noCallAffected, { days })}</p>
  return (
    <div className="sq-version-ahead">
      <p className="sq-version-head">{say(texts.callsAffected, { days })}</p>
      <Table
        caption={say(texts.callsAffected, { days })}
        columns={columnsIn(say, (call) => whyOf(call, of, say, locale))}
        rows={calls}
        keyOf={({ operation, version }) => `${operation} ${version}`}
      />
    </div>
  )
}

const columnsIn = (say: Say, why: (call: Call) => string): readonly Column<Call>[] => [
  {
    id: 'call',
    title: say(texts.callAffected),
    cell: ({ method, path, operation }) => (
      <code>{method === '' ? operation : `${method} ${path}`}</code>
    ),
  },
  { id: 'version', title: say(texts.apiVersion), cell: ({ version }) => <code>{version}</code> },
  { id: 'why', title: say(texts.whyAffected), cell: why },
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

/** A change is told as the versions ahead tell it. One that the app is past, though the call is not, is not among them. */
function whyOf(
  { changes, deprecated, version }: Call,
  { ahead }: AppVersion,
  say: Say,
  locale: string,
): string {
  if (deprecated) {
    const { since, sunset } = deprecated
    return sunset
      ? say(texts.overFrom, { day: calendarDay(sunset, locale) })
      : say(texts.deprecatedSince, { day: calendarDay(since, locale) })
  }
  const meant = ahead.flatMap((one) => one.changes).filter(({ id }) => changes.includes(id))
  if (meant.length === 0) return say(texts.changedSince, { version })
  return say(texts.changesInNewer, { changes: meant.map(({ summary }) => summary).join(' ') })
}
