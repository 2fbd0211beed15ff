import type { Key } from '@sonaqor/contract/keys'
import { EnvironmentBadge } from '@sonaqor/module'
import { adopt, Button, RelativeTime, Table, type Column } from '@sonaqor/ui'
import { KeyHint, StateBadge } from './key-badges.tsx'
import sheet from './keys.css'

adopt(sheet)

export interface KeysTableProps {
  readonly keys: readonly Key[]
  readonly appName: (key: Key) => string | undefined
  /** Left out where keys may not be revoked. */
  readonly onRevoke: ((key: Key) => void) | undefined
  /** Left out where there are no logs to be shown. */
  readonly onShowRequests: ((key: Key) => void) | undefined
}

export function KeysTable({ keys, ...props }: KeysTableProps) {
  return (
    <Table
      caption="API keys, newest first"
      columns={columnsFor(props)}
      rows={keys}
      keyOf={(key) => key.id}
      isFaded={(key) => key.state !== 'active'}
    />
  )
}

function columnsFor(props: Omit<KeysTableProps, 'keys'>): readonly Column<Key>[] {
  return [
    { id: 'label', title: 'Key', cell: (key) => <KeyName of={key} appName={props.appName(key)} /> },
    { id: 'state', title: 'State', cell: (key) => <State of={key} /> },
    { id: 'scopes', title: 'Scopes', cell: (key) => <Scopes of={key.scopes} /> },
    { id: 'used', title: 'Last used', cell: (key) => <Use of={key} /> },
    {
      id: 'acts',
      title: 'Actions',
      unseenTitle: true,
      align: 'end',
      cell: (key) => <Acts of={key} {...props} />,
    },
  ]
}

interface KeyNameProps {
  readonly of: Key
  readonly appName: string | undefined
}

function KeyName({ of: key, appName }: KeyNameProps) {
  return (
    <div>
      <div className="sq-keys-label">{key.label}</div>
      <div className="sq-keys-aside">
        <KeyHint of={key} />
        {appName && ` in ${appName}`}
      </div>
    </div>
  )
}

function State({ of: key }: { readonly of: Key }) {
  return (
    <>
      <div className="sq-keys-badges">
        <EnvironmentBadge of={key.environment} />
        <StateBadge of={key.state} />
      </div>
      {key.state === 'active' && key.expiresAt && (
        <div className="sq-keys-aside">
          expires <RelativeTime at={key.expiresAt} />
        </div>
      )}
    </>
  )
}

function Use({ of: key }: { readonly of: Key }) {
  return (
    <>
      {key.lastUsedAt ? <RelativeTime at={key.lastUsedAt} /> : 'Never'}
      <div className="sq-keys-aside">
        issued <RelativeTime at={key.issuedAt} /> by {key.issuedBy}
      </div>
    </>
  )
}

/** So many are in view; a key with more says how many more, and shows them when asked. */
const scopesInView = 3

function Scopes({ of: scopes }: { readonly of: Key['scopes'] }) {
  // To hide one line behind another line would save nothing.
  if (scopes.length <= scopesInView + 1) return <ScopeList of={scopes} />
  return (
    <>
      <ScopeList of={scopes.slice(0, scopesInView)} />
      <details className="sq-keys-aside">
        <summary>{scopes.length - scopesInView} more</summary>
        <ScopeList of={scopes.slice(scopesInView)} />
      </details>
    </>
  )
}

function ScopeList({ of: scopes }: { readonly of: Key['scopes'] }) {
  return (
    <ul className="sq-keys-scopes">
      {scopes.map((scope) => (
        <li key={scope}>
          <code>{scope}</code>
        </li>
      ))}
    </ul>
  )
}

type ActsProps = { readonly of: Key } & Pick<KeysTableProps, 'onRevoke' | 'onShowRequests'>

function Acts({ of: key, onRevoke, onShowRequests }: ActsProps) {
  return (
    <div className="sq-keys-acts">
      {onShowRequests && (
        <Button
          look="quiet"
          size="small"
          aria-label={`Show requests of ${key.label}`}
          onClick={() => onShowRequests(key)}
        >
          Requests
        </Button>
      )}
      {onRevoke && key.state === 'active' && (
        <Button size="small" aria-label={`Revoke ${key.label}`} onClick={() => onRevoke(key)}>
          Revoke
        </Button>
      )}
    </div>
  )
}
