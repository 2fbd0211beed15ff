import type { Key } from '@sonaqor/contract/keys'
import { Permitted, useModule, useViewState } from '@sonaqor/module'
import {
  Banner,
  Button,
  Empty,
  Loaded,
  LoadMore,
  Page,
  SegmentedControl,
  useArrival,
} from '@sonaqor/ui'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { KeysTable } from './keys-table.tsx'
import { useApps } from './use-apps.ts'
import { useIssueKey, useKeys, type KeyFilter } from './use-keys.ts'

const words = {
  title: 'API keys',
  purpose: 'A key lets one of your servers call the Partner API on behalf of an app.',
}

const segments: readonly { value: KeyFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'expired', label: 'Expired' },
  { value: 'revoked', label: 'Revoked' },
]

/** Apart from the page, which is to be seen before anything can be revoked in it. */
const loadDialog = () => import('./revoke-key-dialog.tsx')
const RevokeKeyDialog = lazy(loadDialog)

const nothingChosen = { state: 'all' }

export default function KeysPage() {
  return (
    <Permitted scope="keys:read" to="see API keys" page={words}>
      <KeysOfTenant />
    </Permitted>
  )
}

function KeysOfTenant() {
  const { can, kind, navigate } = useModule()
  const [chosen, choose] = useViewState(nothingChosen)
  const filter = segments.find(({ value }) => value === chosen.state)?.value ?? 'all'
  const keys = useKeys(filter)
  const apps = useApps()
  const issue = useIssueKey()
  const [revoking, setRevoking] = useState<Key>()
  const [gone, setGone] = useState<Key>()

  // It is fetched ahead, so that it is there when it is asked for; else it is asked for again then.
  useEffect(() => void loadDialog().catch(() => undefined), [])

  const issueButton = can('keys:write') && (
    <Button look="primary" icon="plus" onClick={() => void issue()}>
      Issue key
    </Button>
  )
  const showRequests = (key: Key) => navigate('logs.list', { keyId: key.id })
  const revoked = (key: Key) => {
    setRevoking(undefined)
    setGone(key)
  }

  return (
    <Page
      {...words}
      actions={issueButton}
      bar={
        <SegmentedControl
          label="State"
          segments={segments}
          value={filter}
          onChange={(state) => choose({ state })}
        />
      }
    >
      {gone && <Revoked key={gone.id} label={gone.label} />}
      <Loaded of={keys} empty={<NoKeys filter={filter} action={issueButton} />}>
        {(rows) => (
          <>
            <KeysTable
              keys={rows}
              appName={(key) => apps.data?.find(({ id }) => id === key.appId)?.name}
              onRevoke={can('keys:write') ? setRevoking : undefined}
              onShowRequests={kind === 'shell' && can('logs:read') ? showRequests : undefined}
            />
            <LoadMore shown={rows.length} what={['key', 'keys']} of={keys} />
          </>
        )}
      </Loaded>
      {revoking && (
        <Suspense>
          <RevokeKeyDialog
            keyToRevoke={revoking}
            onRevoked={revoked}
            onClose={() => setRevoking(undefined)}
          />
        </Suspense>
      )}
    </Page>
  )
}

/** The button that had the focus is gone with the key, so the news takes it. */
function Revoked({ label }: { readonly label: string }) {
  const arrival = useArrival<HTMLDivElement>()
  return (
    <Banner ref={arrival} tone="success" title={`“${label}” was revoked`}>
      Its next request is refused.
    </Banner>
  )
}

interface NoKeysProps {
  readonly filter: KeyFilter
  readonly action: ReactNode
}

function NoKeys({ filter, action }: NoKeysProps) {
  if (filter !== 'all') return <Empty title={`No ${filter} keys here`} />
  return (
    <Empty title="No keys yet" action={action}>
      Issue one, give it to a server of yours, and its requests appear in the logs.
    </Empty>
  )
}
