import type { StaffAct, StaffAction } from '@sonaqor/contract/staff'
import {
  Button,
  Empty,
  Loaded,
  LoadMore,
  Page,
  RelativeTime,
  Table,
  TableSkeleton,
  useText,
  type Column,
} from '@sonaqor/ui'
import type { Say, Text } from '@sonaqor/ui/texts'
import { planTexts } from './tenants/plan-dialog.tsx'
import { roleTexts } from './people/role-texts.ts'
import type { StaffApi } from './staff-api.ts'
import * as texts from './texts/en.ts'
import { useActs } from './people/use-people.ts'

const words: Readonly<Record<StaffAction, Text>> = {
  'looks.ended': texts.didEndLook,
  'looks.entered': texts.didEnterLook,
  'looks.requested': texts.didRequestLook,
  'staff.added': texts.didAdd,
  'staff.changed': texts.didChange,
  'staff.factor-added': texts.didAddFactor,
  'staff.link-sent': texts.didSendLink,
  'staff.password-set': texts.didSetPassword,
  'staff.signed-in': texts.didSignIn,
  'staff.stepped-up': texts.didStepUp,
  'tenants.plan-changed': texts.didChangePlan,
  'tenants.resumed': texts.didResume,
  'tenants.suspended': texts.didSuspend,
}

/** What staff did, for the security leads: who, what, to whom, and why. */
export function ActsTab({ api }: { readonly api: StaffApi }) {
  const say = useText()
  const acts = useActs(api)
  const columns = columnsIn(say)
  return (
    <Page
      title={say(texts.actsTab)}
      purpose={say(texts.actsPurpose)}
      actions={<Button onClick={() => void acts.refetch()}>{say(texts.refresh)}</Button>}
    >
      <Loaded
        of={acts}
        loading={<TableSkeleton columns={columns} rows={8} />}
        empty={<Empty title={say(texts.noActs)} />}
      >
        {(rows) => (
          <>
            <Table
              caption={say(texts.actsTab)}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
            />
            <LoadMore counted={say(texts.actsShown, { count: rows.length })} of={acts} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const columnsIn = (say: Say): readonly Column<StaffAct>[] => [
  { id: 'at', title: say(texts.when), cell: ({ at }) => <RelativeTime at={at} /> },
  { id: 'by', title: say(texts.who), cell: ({ by }) => by },
  { id: 'what', title: say(texts.what), cell: (act) => <What act={act} /> },
  {
    id: 'target',
    title: say(texts.toWhom),
    cell: ({ targetName, target }) => targetName ?? target ?? '',
  },
]

/** In words, with the reason where there is one, and what was before and is now. */
function What({ act: { action, detail } }: { readonly act: StaffAct }) {
  const say = useText()
  // An act that is younger than this page is called by its name.
  const known = words[action as StaffAction] as Text | undefined
  const more = detailOf(detail, say)
  return (
    <>
      {known ? say(known) : <code>{action}</code>}
      {more && <p className="sq-console-detail">{more}</p>}
    </>
  )
}

function detailOf(detail: unknown, say: Say): string | undefined {
  if (typeof detail !== 'object' || detail === null) return undefined
  const { reason, before, after, role } = detail as Readonly<Record<string, unknown>>
  if (typeof reason === 'string') return reason
  if (typeof role === 'string') return named(role, say)
  return before && after ? `${plain(before, say)} → ${plain(after, say)}` : undefined
}

const plain = (facts: object, say: Say) =>
  Object.values(facts)
    .map((fact) => named(String(fact), say))
    .join(', ')

const names: Readonly<Record<string, Text>> = {
  ...roleTexts,
  ...planTexts,
  active: texts.active,
  suspended: texts.ended,
}

/** A role, a plan or a state in words; what has none stands as it is. */
function named(fact: string, say: Say): string {
  const known = names[fact]
  return known ? say(known) : fact
}
