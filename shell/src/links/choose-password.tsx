import { Button, faultsOf, Form, Skeleton, useText, type Readable } from '@sonaqor/ui'
import { useState, type ReactNode } from 'react'
import type { Writing } from '../identity/use-writing.ts'
import { PasswordField } from '../sign-in/password-field.tsx'
import * as texts from '../identity/texts/en.ts'
import { isOver, LinkOver, NotTaken } from './told.tsx'
import { useLeavingMark } from './use-mark.ts'

interface ChoosePasswordProps {
  readonly verb: string
  readonly choosing: Writing<string>
  /** Whether the link is good; one that is over is told before a password is made up for it. */
  readonly link?: Pick<Readable<unknown>, 'status' | 'error'>
  /** How one comes to a further link, should this one be over. */
  readonly again: { readonly href: string; readonly words: string }
  readonly children?: ReactNode
}

/** A new password behind a link that works once. */
export function ChoosePassword({ verb, choosing, link, again, children }: ChoosePasswordProps) {
  const say = useText()
  const [password, setPassword] = useState('')
  const { busy, error, write } = choosing
  const faults = faultsOf(error, say)
  const isGone = isOver(error) || isOver(link?.error)
  useLeavingMark(link !== undefined && link.status !== 'pending' && !isGone)
  if (isGone) return <LinkOver way={again} />
  // Where it cannot be found out, it is tried: the server has the last word.
  if (link?.status === 'pending') return <Skeleton rows={2} />
  return (
    <Form
      onSubmit={() => write(password)}
      actions={
        <Button type="submit" look="primary" busy={busy}>
          {verb}
        </Button>
      }
    >
      {children}
      <PasswordField
        label={say(texts.newPassword)}
        hint={say(texts.newPasswordHint)}
        kind="new-password"
        value={password}
        onChange={setPassword}
        error={faults['password']}
        takesFocus
      />
      <NotTaken error={error} isTold={'password' in faults} />
    </Form>
  )
}
