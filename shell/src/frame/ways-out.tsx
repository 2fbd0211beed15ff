import { adopt, Banner, Button } from '@sonaqor/ui'
import { useRef, useState } from 'react'
import type { Tenant } from '../session/member-session.ts'
import sheet from './ways-out.css'

adopt(sheet)

export interface WaysOutProps {
  /** The other tenants that the person is a member of. */
  readonly others: readonly Tenant[]
  readonly onSwitch: (tenant: Tenant) => Promise<void>
  readonly onSignOut: () => Promise<void>
}

type State = 'ready' | 'busy' | 'not switched' | 'not signed out'

/** The ways out: to another tenant, as the same person and without a password, or for good. */
export function WaysOut({ others, onSwitch, onSignOut }: WaysOutProps) {
  const [state, become] = useState<State>('ready')
  const underWay = useRef(false)
  const go = (act: () => Promise<void>, otherwise: State) => {
    if (underWay.current) return
    underWay.current = true
    become('busy')
    act().catch(() => {
      underWay.current = false
      become(otherwise)
    })
  }
  return (
    <>
      {(state === 'not switched' || state === 'not signed out') && (
        <Banner tone="danger" title={state === 'not switched' ? 'Not switched' : 'Not signed out'}>
          The server did not answer as it should. Try again.
        </Banner>
      )}
      {others.length > 0 && (
        <section className="sq-tenants" aria-labelledby="tenants-title">
          <p id="tenants-title" className="sq-account-line">
            Switch to
          </p>
          {others.map((tenant) => (
            <Button
              key={tenant.id}
              busy={state === 'busy'}
              onClick={() => go(() => onSwitch(tenant), 'not switched')}
            >
              {tenant.name}
            </Button>
          ))}
        </section>
      )}
      <Button busy={state === 'busy'} onClick={() => go(onSignOut, 'not signed out')}>
        Sign out
      </Button>
    </>
  )
}
