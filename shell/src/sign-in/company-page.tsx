import type { Client } from '@sonaqor/contract/client'
import {
  Banner,
  Button,
  faultsOf,
  Field,
  Form,
  Input,
  Link,
  useArrival,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { Door } from '../door/door.tsx'
import type { Language } from '../language/use-language.ts'
import type { MemberSession } from '../session/member-session.ts'
import { companyFault } from './company-fault.ts'
import { companyPathFor, type CompanyWay, type WayBack } from './company-way.ts'
import { ownPath, whereTo } from './going-to.ts'
import * as texts from './texts/en.ts'
import { useComingIn, useGoToCompany } from './use-company.ts'

export interface CompanyPageProps {
  readonly way: CompanyWay
  readonly api: Pick<Client, 'signOn'>
  readonly member: Pick<MemberSession, 'enter'>
  readonly language: Language
  /** Somebody is signed in now, and goes on to where they were going. */
  readonly onEntered: (path: string) => void
  /** Where the browser is led to; a test looks at it instead. */
  readonly leave?: (url: string) => void
}

/** Sign-in with a company: from the address to its provider, and back from there. */
export function CompanyPage({ way, language, ...props }: CompanyPageProps) {
  return (
    <Door language={language} title={texts.companyTitle}>
      {way.back ? (
        <ComeIn {...props} back={way.back} />
      ) : (
        <Begin {...props} known={way.email ?? ''} goingTo={way.goingTo} />
      )}
    </Door>
  )
}

type InnerProps = Omit<CompanyPageProps, 'way' | 'language'>

interface BeginProps extends InnerProps {
  readonly known: string
  readonly goingTo: string | undefined
}

function Begin({ api, leave, known, goingTo }: BeginProps) {
  const say = useText()
  const { busy, error, write } = useGoToCompany(api, goingTo, leave)
  const [email, setEmail] = useState(known)
  const fault = faultsOf(error, say)['email']
  return (
    <>
      {error !== undefined && fault === undefined && (
        <Banner tone="danger" title={say(texts.notSignedInByCompany)}>
          {companyFault(error, say)}
        </Banner>
      )}
      <Form
        onSubmit={() => write(email)}
        actions={
          <Button type="submit" look="primary" busy={busy}>
            {say(texts.goOn)}
          </Button>
        }
      >
        <Field label={say(texts.companyAddress)} hint={say(texts.companyAddressHint)} error={fault}>
          <Input type="email" autoComplete="username" required value={email} onChange={setEmail} />
        </Field>
      </Form>
      <OtherWays from={ownPath(goingTo)} />
    </>
  )
}

/** Sends on what the provider said, once, and says what came of it. */
function ComeIn({ api, ...entry }: InnerProps & { readonly back: WayBack }) {
  const say = useText()
  const error = useComingIn(api, entry)
  if (entry.back.isRefused) return <NotIn>{say(texts.providerRefused)}</NotIn>
  if (error !== undefined) return <NotIn>{companyFault(error, say)}</NotIn>
  return (
    <p aria-busy aria-live="polite">
      {say(texts.comingIn)}
    </p>
  )
}

function NotIn({ children }: { readonly children: string }) {
  const say = useText()
  const arrival = useArrival<HTMLDivElement>()
  const goingTo = whereTo()
  return (
    <>
      <Banner ref={arrival} tone="danger" title={say(texts.notSignedInByCompany)}>
        {children}
      </Banner>
      <p>
        <Link href={companyPathFor({ goingTo })}>{say(texts.beginAgain)}</Link>
      </p>
      <OtherWays from={goingTo} />
    </>
  )
}

/** The other ways stand where they were going: at whatever address nobody is signed in. */
function OtherWays({ from }: { readonly from: string }) {
  const say = useText()
  return (
    <p>
      <Link href={from}>{say(texts.backToSignIn)}</Link>
    </p>
  )
}
