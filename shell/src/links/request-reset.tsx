import { Button, Field, faultsOf, Form, Input, Link, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'
import type { LinkPageProps } from './link-page.tsx'
import { NotTaken, Told } from './told.tsx'
import { useRequestReset } from './use-links.ts'

/** Asks for a mail that leads to a new password. Whether anybody has the address is told by nothing. */
export function RequestReset({ api }: Pick<LinkPageProps, 'api'>) {
  const say = useText()
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const { busy, error, write } = useRequestReset(api, setSentTo)
  const faults = faultsOf(error, say)
  if (sentTo !== undefined) {
    return (
      <Told title={say(texts.lookIntoMail)}>{say(texts.resetSentDetail, { email: sentTo })}</Told>
    )
  }
  return (
    <>
      <p>{say(texts.forgotPasswordDetail)}</p>
      <Form
        onSubmit={() => write({ email })}
        actions={
          <Button type="submit" look="primary" busy={busy}>
            {say(texts.sendLink)}
          </Button>
        }
      >
        <Field label={say(shared.email)} error={faults['email']}>
          <Input type="email" autoComplete="username" value={email} onChange={setEmail} />
        </Field>
        <NotTaken error={error} isTold={'email' in faults} />
      </Form>
      <p>
        <Link href="/">{say(texts.backToSignIn)}</Link>
      </p>
    </>
  )
}
