import { languageOf } from '@sonaqor/ui/texts'
import { Button, Field, faultsOf, Form, Input, Link, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'
import type { LinkPageProps } from './link-page.tsx'
import { NotTaken, Told } from './told.tsx'
import { useSignUp } from './use-links.ts'

/** Asks for a mail that leads to a tenant of one's own. Whether the address is known is told by nothing. */
export function SignUp({ api, language }: Pick<LinkPageProps, 'api' | 'language'>) {
  const say = useText()
  const [tenantName, setTenantName] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const { busy, error, write } = useSignUp(api, setSentTo)
  const faults = faultsOf(error, say)
  if (sentTo !== undefined) {
    return (
      <Told title={say(texts.lookIntoMail)}>{say(texts.signUpSentDetail, { email: sentTo })}</Told>
    )
  }
  const locale = languageOf(language.shown) === 'de' ? 'de' : 'en'
  return (
    <>
      <Form
        onSubmit={() => write({ tenantName, name, email, locale })}
        actions={
          <Button type="submit" look="primary" busy={busy}>
            {say(shared.createAccount)}
          </Button>
        }
      >
        <Field label={say(texts.company)} error={faults['tenantName']}>
          <Input autoComplete="organization" value={tenantName} onChange={setTenantName} />
        </Field>
        <Field label={say(texts.yourName)} error={faults['name']}>
          <Input autoComplete="name" value={name} onChange={setName} />
        </Field>
        <Field label={say(texts.workEmail)} error={faults['email']}>
          <Input type="email" autoComplete="email" value={email} onChange={setEmail} />
        </Field>
        <NotTaken error={error} isTold={Object.keys(faults).length > 0} />
      </Form>
      <p>
        <Link href="/">{say(texts.haveAccount)}</Link>
      </p>
    </>
  )
}
