import type { StaffSession } from '@sonaqor/contract/staff'
import { useText } from '@sonaqor/ui'
import { useState } from 'react'
import { AuthenticatorSetUp, type SetUpApi } from '../../account/factors/authenticator-set-up.tsx'
import type { OpenDesk, StaffApi } from '../staff-api.ts'
import * as texts from '../texts/en.ts'

interface FactorNeededProps {
  readonly openDesk: OpenDesk
  readonly open: StaffApi
  readonly session: StaffSession
  readonly onDone: () => void
  readonly onLeave: () => void
}

/** Whoever has no second factor yet sets one up, and comes no further before. */
export function FactorNeeded({ openDesk, open, session, onDone, onLeave }: FactorNeededProps) {
  const say = useText()
  const [api] = useState(() =>
    asAccount(openDesk({ open, session, askStepUp: async () => undefined, onEnded: onLeave })),
  )
  return (
    <>
      <p>{say(texts.factorNeeded)}</p>
      <AuthenticatorSetUp api={api} isFirst level={2} onDone={onDone} onCancel={onLeave} />
    </>
  )
}

/** The same steps as in an account, at the door of the staff. */
const asAccount = ({ staff }: StaffApi): SetUpApi => ({
  account: {
    beginTotp: ({ body }) => staff.beginTotp({ body: { password: body.password ?? '' } }),
    confirmTotp: ({ body }) => staff.confirmTotp({ body: { code: body.code } }),
  },
})
