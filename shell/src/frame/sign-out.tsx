import { Banner, Button } from '@sonaqor/ui'
import { useState } from 'react'
import type { Tenant } from '../session/member-session.ts'

interface SignOutProps {
  /** The other tenants that the person is a member of. */
  readonly others: readonly Tenant[]
  readonly onSignOut: (entering?: Tenant) => Promise<void>
}

/** The ways out: for good, or to another tenant, which asks for the password again. */
export function SignOut({ others, onSignOut }: SignOutProps) {
  const [state, become] = useState<'ready' | 'busy' | 'failed'>('ready')
  const signOut = (entering?: Tenant) => {
    become('busy')
    onSignOut(entering).catch(() => become('failed'))
  }
  return (
    <>
      {state === 'failed' && (
        <Banner tone="danger" title="Not signed out">
          The server could not be reached. Try again.
        </Banner>
      )}
      {others.map((tenant) => (
        <Button key={tenant.id} busy={state === 'busy'} onClick={() => signOut(tenant)}>
          Go to {tenant.name}
        </Button>
      ))}
      <Button busy={state === 'busy'} onClick={() => signOut()}>
        Sign out
      </Button>
    </>
  )
}
