import { createClient } from '@sonaqor/contract/client'
import { useMemo } from 'react'
import type { MemberSession } from '../session/member-session.ts'
import { memberTransport } from '../session/member-transport.ts'
import { FactorGate, type FactorGateProps } from './factor-gate.tsx'

export interface MemberGateProps extends Omit<FactorGateProps, 'api' | 'member'> {
  readonly member: MemberSession
}

/** The gate, with a client of its own: no host stands yet behind it. */
export function MemberGate(props: MemberGateProps) {
  const { member } = props
  const api = useMemo(() => createClient(memberTransport(member)), [member])
  return <FactorGate {...props} api={api} />
}
