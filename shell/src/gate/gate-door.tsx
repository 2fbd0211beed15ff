import { accountPart } from '../account/account-part.ts'
import { NotOpened, Opening } from '../opening.tsx'
import type { MemberGateProps } from './member-gate.tsx'

/** What stands before the dashboard of a tenant that asks for a second factor, once it has come. */
export function GateDoor(props: MemberGateProps) {
  const part = accountPart.useNow()
  const { shown } = props.language
  if (part.name === 'here') return <part.part.MemberGate {...props} />
  if (part.name === 'coming') return <Opening locale={shown} />
  return <NotOpened locale={shown} onRetry={() => void accountPart.load()} />
}
