import { useRef, useState } from 'react'
import { Banner } from '../banner/banner.tsx'
import { Button } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { Input } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { Form } from '../field/form.tsx'
import { useArrival } from '../focus/use-arrival.ts'
import { useLocale } from '../surface/locale.ts'
import * as texts from '../texts/en.ts'
import type { Say } from '../texts/text.ts'
import { useText } from '../texts/use-text.ts'
import { useLock } from './use-lock.ts'

/** How the password was taken. */
export type StepUpAnswer =
  | { readonly status: 'confirmed' }
  | { readonly status: 'wrong'; readonly triesLeft?: number }
  /** Until then no password is looked at, not even the right one: an ISO 8601 instant. */
  | { readonly status: 'locked'; readonly until: string }

export interface StepUpDialogProps {
  /** What it is asked for, as it follows "To": "reveal this customer". */
  readonly purpose: string
  /** Whose password it is; password managers look for it too. */
  readonly account: string
  /** Rejects when no answer came. What follows a confirmation is up to the caller. */
  readonly onSubmit: (password: string) => Promise<StepUpAnswer>
  readonly onClose: () => void
  /** Puts what was thrown into words. */
  readonly wordsOf: (error: unknown) => string
  /** It was so before the dialog was opened. */
  readonly lockedUntil?: string
}

/** Asks for the password again before something weighty. It asks alone; what it opens is not its own. */
export function StepUpDialog(props: StepUpDialogProps) {
  const { purpose, account, onSubmit, onClose, wordsOf } = props
  const say = useText()
  const field = useRef<HTMLInputElement>(null)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const [until, setUntil] = useState(props.lockedUntil)
  const isLocked = useLock(until)

  const take = (answer: StepUpAnswer) => {
    if (answer.status === 'wrong') {
      setFault(wrong(answer.triesLeft, say))
      setPassword('')
      field.current?.focus()
    }
    if (answer.status === 'locked') setUntil(answer.until)
  }

  const submit = async () => {
    if (busy || isLocked) return
    if (!password) {
      setFault(say(texts.enterPassword))
      field.current?.focus()
      return
    }
    setFault(undefined)
    setFailure(undefined)
    setBusy(true)
    try {
      take(await onSubmit(password))
    } catch (error) {
      setFailure(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog title={say(texts.confirmThatItIsYou)} onClose={onClose} steadfast>
      <p>{say(texts.passwordFor, { purpose, account })}</p>
      <Form
        onSubmit={() => void submit()}
        actions={
          <>
            <Button onClick={onClose}>{say(texts.cancel)}</Button>
            <Button look="primary" type="submit" icon="lock" busy={busy} disabled={isLocked}>
              {say(texts.confirm)}
            </Button>
          </>
        }
      >
        {/* For password managers, which look for a name beside each password. */}
        <input hidden readOnly name="username" autoComplete="username" value={account} />
        <Field label={say(texts.password)} error={isLocked ? undefined : fault}>
          <Input
            ref={field}
            type="password"
            autoComplete="current-password"
            disabled={isLocked}
            value={password}
            onChange={setPassword}
          />
        </Field>
        {isLocked && until && <LockedOut until={until} />}
        {failure && (
          <Banner tone="danger" title={say(texts.passwordUnchecked)}>
            {failure}
          </Banner>
        )}
      </Form>
    </Dialog>
  )
}

/** Takes the focus, for field and button have just gone out of reach. */
function LockedOut({ until }: { readonly until: string }) {
  const say = useText()
  const arrival = useArrival<HTMLDivElement>()
  const time = new Date(until).toLocaleTimeString(useLocale(), { timeStyle: 'medium' })
  return (
    <Banner ref={arrival} tone="danger" title={say(texts.tooManyWrong)}>
      {say(texts.lockedUntil, { time })}
    </Banner>
  )
}

function wrong(left: number | undefined, say: Say): string {
  return left === undefined ? say(texts.wrongPassword) : say(texts.wrongPasswordWith, { left })
}
