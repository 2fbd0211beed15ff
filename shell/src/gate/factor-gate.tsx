import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import {
  Banner,
  Button,
  FactorForm,
  failureOf,
  Loaded,
  useText,
  type FactorProof,
} from '@sonaqor/ui'
import { useState, type ReactNode } from 'react'
import { AuthenticatorSetUp } from '../account/authenticator-set-up.tsx'
import { PasskeySetUp } from '../account/passkey-set-up.tsx'
import { Door } from '../door/door.tsx'
import { knowsPasskeys, shownHere } from '../identity/knows-passkeys.ts'
import { answerTo, proofOf } from '../identity/proof.ts'
import { useAct } from '../identity/use-act.ts'
import { useReading } from '../identity/use-reading.ts'
import type { Language } from '../language/use-language.ts'
import type { MemberSession } from '../session/member-session.ts'
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
  const known = useReading(async () => shownHere((await api.auth.stepUpOptions()).methods))
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
  const prove = (given: FactorProof) =>
    answerTo(async () => {
      const ask = async () => (await api.auth.stepUpOptions()).options ?? {}
      await api.auth.stepUp({ body: await proofOf(given, ask) })
      await member.renew()
    })
  return (
    <FactorForm
      methods={methods}
      onProve={prove}
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
