import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import { Banner, Button, FactorForm, failureOf, Loaded, useText } from '@sonaqor/ui'
import { useState, type ReactNode } from 'react'
import { AuthenticatorSetUp } from '../account/factors/authenticator-set-up.tsx'
import { PasskeySetUp } from '../account/factors/passkey-set-up.tsx'
import { Door } from '../door/door.tsx'
import { knowsPasskeys } from '../identity/knows-passkeys.ts'
import { useAct } from '../identity/use-act.ts'
import type { Language } from '../language/use-language.ts'
import type { MemberSession } from '../session/member-session.ts'
import { useOwnMethods, useSteppingUp } from '../step-up/use-stepping-up.ts'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'

export interface FactorGateProps {
  readonly api: Pick<Client, 'account' | 'auth'>
  readonly member: Pick<MemberSession, 'renew' | 'signOut'>
  readonly session: Session
  readonly language: Language
}

/** Stands before the dashboard of a tenant that asks for a second factor, until one was shown. */
export function FactorGate({ language, ...props }: FactorGateProps) {
  return (
    <Door language={language} title={texts.secondFactorNeeded}>
      <Gate {...props} />
    </Door>
  )
}

function Gate({ api, member, session }: Omit<FactorGateProps, 'language'>) {
  const say = useText()
  const known = useOwnMethods(api)
  const { error, run } = useAct()
  const leave = () => run(() => member.signOut())
  const wayOut = <Button onClick={leave}>{say(shared.signOut)}</Button>
  const { tenant } = session.me

  return (
    <>
      {error !== undefined && (
        <Banner tone="danger" title={say(shared.notSignedOut)}>
          {failureOf(error, say).reason}
        </Banner>
      )}
      <Loaded of={known}>
        {(methods) =>
          methods.length > 0 ? (
            <>
              <p>{say(texts.tenantAsksToShow, { tenant: tenant.name })}</p>
              <Show {...{ api, member, methods, wayOut }} />
            </>
          ) : (
            <>
              <p>{say(texts.tenantAsksToSetUp, { tenant: tenant.name })}</p>
              <SetUp {...{ api, member, wayOut }} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

interface ShowProps extends Pick<FactorGateProps, 'api' | 'member'> {
  readonly methods: readonly string[]
  readonly wayOut: ReactNode
}

function Show({ api, member, methods, wayOut }: ShowProps) {
  const say = useText()
  const stepUp = useSteppingUp(api)
  return (
    <FactorForm
      methods={methods}
      onProve={(given) => stepUp(given, () => member.renew())}
      wordsOf={(thrown) => failureOf(thrown, say).reason}
      wayOut={wayOut}
    />
  )
}

function SetUp({ api, member, wayOut }: Omit<ShowProps, 'methods'>) {
  const say = useText()
  const [factor, choose] = useState<'authenticator' | 'passkey'>()
  const { run } = useAct()
  const props = {
    api,
    isFirst: true,
    onDone: () => run(() => member.renew()),
    onCancel: () => choose(undefined),
  }
  if (factor === 'authenticator') return <AuthenticatorSetUp {...props} level={2} />
  if (factor === 'passkey') return <PasskeySetUp {...props} />
  return (
    <div className="sq-door-ways">
      <Button look="primary" onClick={() => choose('authenticator')}>
        {say(texts.setUpAuthenticator)}
      </Button>
      {knowsPasskeys() && (
        <Button icon="key" onClick={() => choose('passkey')}>
          {say(texts.addAPasskey)}
        </Button>
      )}
      {wayOut}
    </div>
  )
}
