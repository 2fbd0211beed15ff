import type { Key, KeyOrder } from '@sonaqor/contract/keys'
import { EnvironmentBadge } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import { adopt, RelativeTime, Said, Table, TableSkeleton, useText, type Column } from '@sonaqor/ui'
import { unusedDays } from '../care/advice/unused-days.ts'
import type { Unused } from '../care/advice/use-unused.ts'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import { RowActs, type KeyActs, type RowActsProps } from '../acts/key-acts.tsx'
import { KeyHint, RotatingBadge, StateBadge } from '../key/key-badges.tsx'
import { orderIn } from './keys-order.tsx'
import type { UseCell } from '../usage/use-cell.tsx'
import type { Uses } from '../usage/use-uses.ts'
import sheet from './keys.css'

adopt(sheet)

interface ColumnsProps {
  readonly appName: (key: Key) => string | undefined
  readonly acts: KeyActs
  readonly menu: RowActsProps['menu']
  /** It comes after the page, and so does what it tells. */
  readonly use: typeof UseCell | undefined
  readonly uses: Uses | undefined
  /** Those with scopes to no use, once that is known. */
  readonly unused: ReadonlyMap<string, Unused> | undefined
}

export interface KeysTableProps extends ColumnsProps {
  readonly keys: readonly Key[]
  readonly openKey: string | undefined
  readonly hidden: ReadonlySet<string>
  readonly order: KeyOrder
  readonly onOrder: (by: KeyOrder) => void
}

export function KeysTable({ keys, openKey, hidden, order, onOrder, ...props }: KeysTableProps) {
  const say = useText()
  return (
    <Table
      caption={say(texts.tableOfKeys)}
      columns={columnsIn(say, props)}
      rows={keys}
      keyOf={(key) => key.id}
      nameOf={(key) => say(texts.openKey, { label: key.label })}
      onOpen={props.acts.onOpen}
      openKey={openKey}
      hidden={hidden}
      order={orderIn(order, onOrder)}
      isFaded={(key) => key.state !== 'active'}
    />
  )
}

/** The same columns before their rows are there. */
export function KeysSkeleton({ hidden }: Pick<KeysTableProps, 'hidden'>) {
  const say = useText()
  return <TableSkeleton columns={columnsWithoutRows(say)} hidden={hidden} rows={4} />
}

const nothing = () => undefined
const noRows: ColumnsProps = {
  appName: nothing,
  acts: {
    onOpen: nothing,
    doing: nothing,
    onRevoke: undefined,
    onRotate: undefined,
    onEdit: undefined,
    isDoneElsewhere: () => false,
    onShowRequests: undefined,
    hasRequests: () => false,
  },
  menu: undefined,
  use: undefined,
  uses: undefined,
  unused: undefined,
}

/** The columns as they are called, for what draws or chooses them before there are rows. */
export const columnsWithoutRows = (say: Say) => columnsIn(say, noRows)

function columnsIn(say: Say, props: ColumnsProps): readonly Column<Key>[] {
  const { appName, acts, menu, use: Use, uses, unused } = props
  return [
    {
      id: 'label',
      title: say(texts.key),
      sort: 'label',
      bone: 'lines',
      cell: (key) => (
        <KeyName of={key} appName={appName(key)} unused={unused?.get(key.id)?.unused ?? 0} />
      ),
    },
    {
      id: 'state',
      title: say(texts.state),
      // Where there is little room its badges stand below each other, and leave it to the names.
      width: 'clamp(136px, 50cqi - 190px, 208px)',
      bone: 'badge',
      cell: (key) => <State of={key} />,
    },
    {
      id: 'scopes',
      title: say(texts.scopes),
      isAside: true,
      width: '168px',
      bone: 'lines',
      cell: (key) => <Scopes of={key.scopes} />,
    },
    {
      id: 'use',
      title: say(care.requestsToday),
      isAside: 'but-in-cards',
      width: '180px',
      bone: 'lines',
      cell: ({ id }) =>
        Use && uses ? <Use of={uses.get(id)} /> : <span className="sq-keys-use-place" />,
    },
    {
      id: 'used',
      title: say(texts.lastUsed),
      sort: 'used',
      width: '132px',
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? <RelativeTime at={lastUsedAt} /> : <Quiet>{say(texts.never)}</Quiet>,
    },
    {
      id: 'issued',
      title: say(texts.issued),
      sort: 'issued',
      width: 'clamp(118px, 50cqi - 276px, 168px)',
      bone: 'lines',
      cell: (key) => <Issued of={key} />,
    },
    {
      id: 'acts',
      title: say(texts.actions),
      unseenTitle: true,
      align: 'end',
      width: '58px',
      cell: (key) => <RowActs of={key} acts={acts} menu={menu} />,
    },
  ]
}

interface KeyNameProps {
  readonly of: Key
  readonly appName: string | undefined
  /** So many of its scopes; it stands with the key, for its scopes give way where there is little room. */
  readonly unused: number
}

function KeyName({ of: key, appName, unused }: KeyNameProps) {
  const say = useText()
  return (
    <>
      <div className="sq-keys-label">{key.label}</div>
      <div className="sq-keys-aside">
        <KeyHint of={key} />
        {appName && <span>{appName}</span>}
        {unused > 0 && (
          <span title={say(care.notUsedForDays, { days: unusedDays })}>
            {say(care.scopesUnused, { count: unused })}
          </span>
        )}
      </div>
    </>
  )
}

function State({ of: key }: { readonly of: Key }) {
  return (
    <>
      <div className="sq-keys-badges">
        <StateBadge of={key.state} />
        <RotatingBadge of={key} />
        <EnvironmentBadge of={key.environment} />
      </div>
      {key.state === 'active' && key.expiresAt && (
        <div className="sq-keys-aside">
          <span>
            <Said of={texts.expiresAt} with={{ when: <RelativeTime at={key.expiresAt} /> }} />
          </span>
        </div>
      )}
    </>
  )
}

function Issued({ of: key }: { readonly of: Key }) {
  const say = useText()
  return (
    <>
      <RelativeTime at={key.issuedAt} />
      <div className="sq-keys-aside sq-keys-by">
        <span>{say(texts.byPerson, { person: key.issuedBy })}</span>
      </div>
    </>
  )
}

/** So many lines, for every row is as high as the next; the drawer of a key shows all of its scopes. */
const scopesInView = 2

function Scopes({ of: scopes }: { readonly of: Key['scopes'] }) {
  const say = useText()
  const shown = scopes.length > scopesInView ? scopes.slice(0, scopesInView - 1) : scopes
  const more = scopes.length - shown.length
  return (
    <ul className="sq-keys-scopes" title={scopes.join('\n')}>
      {shown.map((scope) => (
        <li key={scope}>
          <code>{scope}</code>
        </li>
      ))}
      {more > 0 && <li className="sq-keys-aside">{say(texts.moreScopes, { count: more })}</li>}
    </ul>
  )
}

function Quiet({ children }: { readonly children: string }) {
  return <span className="sq-keys-quiet">{children}</span>
}
