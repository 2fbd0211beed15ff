import type { StaffModule } from '@sonaqor/contract/staff'
import {
  Empty,
  Loaded,
  Page,
  RelativeTime,
  Said,
  Table,
  TableSkeleton,
  useText,
  type Column,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import type { StaffApi } from './staff-api.ts'
import * as texts from './texts/en.ts'
import { useModules } from './use-modules.ts'

/** What module teams ship, by whose token, and what they did last. */
export function ModulesTab({ api }: { readonly api: StaffApi }) {
  const say = useText()
  const modules = useModules(api)
  return (
    <Page title={say(texts.modulesTab)} purpose={say(texts.modulesPurpose)}>
      <Loaded
        of={modules}
        loading={<TableSkeleton columns={columnsIn(say)} rows={4} />}
        empty={<Empty title={say(texts.noModules)} />}
      >
        {(rows) => (
          <Table
            caption={say(texts.modulesTab)}
            columns={columnsIn(say)}
            rows={rows}
            keyOf={({ module }) => module}
          />
        )}
      </Loaded>
    </Page>
  )
}

const columnsIn = (say: Say): readonly Column<StaffModule>[] => [
  { id: 'module', title: say(texts.module), cell: ({ module }) => <code>{module}</code> },
  {
    id: 'newest',
    title: say(texts.newestVersion),
    cell: ({ newest }) => newest?.version ?? '',
  },
  { id: 'tokens', title: say(texts.tokens), cell: (row) => <Tokens of={row.tokens} /> },
  {
    id: 'acts',
    title: say(texts.acts),
    cell: ({ acts: [last] }) =>
      last ? (
        <>
          {last.act} {last.version} · <RelativeTime at={last.at} />
        </>
      ) : null,
  },
]

function Tokens({ of: tokens }: { readonly of: StaffModule['tokens'] }) {
  const say = useText()
  if (tokens.length === 0) return say(texts.noTokens)
  return (
    <ul className="sq-console-tokens">
      {tokens.map(({ id, lastActAt }) => (
        <li key={id}>
          <code>{id.slice(-8)}</code>{' '}
          {lastActAt && (
            <Said of={texts.lastAct} with={{ when: <RelativeTime at={lastActAt} /> }} />
          )}
        </li>
      ))}
    </ul>
  )
}
