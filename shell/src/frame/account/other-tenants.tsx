import { adopt, Button, useText } from '@sonaqor/ui'
import { useId } from 'react'
import type { Tenant } from '../../session/member-session.ts'
import * as texts from '../../texts/en.ts'
import sheet from './other-tenants.css'
import { useWayOut } from './use-way-out.ts'
import { WayFailed } from '../nowhere/way-failed.tsx'

adopt(sheet)

export interface OtherTenantsProps {
  /** The other tenants that the person is a member of. */
  readonly others: readonly Tenant[]
  readonly onSwitch: (tenant: Tenant) => Promise<void>
}

/** The ways to another tenant, as the same person and without a password. */
export function OtherTenants({ others, onSwitch }: OtherTenantsProps) {
  const say = useText()
  const id = useId()
  const { state, go } = useWayOut()
  if (others.length === 0) return null
  return (
    <section className="sq-tenants" aria-labelledby={id}>
      {state.name === 'closed' && <WayFailed title={say(texts.notSwitched)} error={state.error} />}
      <p id={id} className="sq-tenants-title">
        {say(texts.switchTo)}
      </p>
      {others.map((tenant) => (
        <Button
          key={tenant.id}
          busy={state.name === 'busy'}
          onClick={() => go(() => onSwitch(tenant))}
        >
          {tenant.name}
        </Button>
      ))}
    </section>
  )
}
