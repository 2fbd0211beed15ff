import type { Key } from '@sonaqor/contract/keys'
import { adopt, Button, Dialog, Field, Form, Input, Refusal, useText } from '@sonaqor/ui'
import { useEffect, useRef, useState, type ClipboardEvent } from 'react'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import sheet from './check-key.css'
import { CheckVerdict } from './check-verdict.tsx'
import { useChecking } from './use-checking.ts'

adopt(sheet)

export interface CheckKeyDialogProps {
  readonly appName: (key: Key) => string | undefined
  readonly onOpen: (key: Key) => void
  readonly onClose: () => void
}

/**
 * Tells what a pasted key is, and keeps nothing of it: a paste is read from the event and never gets into
 * the page, what is typed is taken out of the field as it is checked, and the field is nobody's state.
 *
 * It is offered in the shell alone. Whoever pastes a secret into a partner's page hands it to the scripts
 * of that page, before any frame of ours could ask for it; and what a stray key is, the partner's team
 * asks here. The API takes the call from no embed session, so that this is no question of a screen (EM-4).
 */
export function CheckKeyDialog({ appName, onOpen, onClose }: CheckKeyDialogProps) {
  const say = useText()
  const { checking, check, forget } = useChecking()
  const [isEmpty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const news = useRef<HTMLDivElement>(null)
  const verdict = checking.state === 'told' ? checking.verdict : undefined
  useEffect(() => {
    if (verdict) news.current?.focus()
  }, [verdict])

  const take = (text: string) => {
    if (field.current) field.current.value = ''
    setEmpty(text.trim() === '')
    if (text.trim() === '') forget()
    else void check(text)
  }
  const paste = (event: ClipboardEvent) => {
    event.preventDefault()
    take(event.clipboardData.getData('text'))
  }
  return (
    <Dialog title={say(care.checkTitle)} onClose={onClose}>
      <Form
        onSubmit={() => take(field.current?.value ?? '')}
        actions={
          <>
            <Button onClick={onClose}>{say(texts.close)}</Button>
            <Button look="primary" type="submit" busy={checking.state === 'asking'}>
              {say(care.checkKey)}
            </Button>
          </>
        }
      >
        <Field
          label={say(care.pastedKey)}
          hint={say(care.pastedKeyHint)}
          error={isEmpty ? say(care.pasteFirst) : undefined}
        >
          <Input
            ref={field}
            className="sq-check-field"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            data-1p-ignore
            data-lpignore="true"
            // The field is all there is in its dialog, and was asked for.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onPaste={paste}
            onChange={() => undefined}
          />
        </Field>
        {verdict && <CheckVerdict ref={news} of={verdict} appName={appName} onOpen={onOpen} />}
        {checking.state === 'failed' && (
          <>
            <Refusal error={checking.error} />
            <p className="sq-check-note">{say(care.pasteAgain)}</p>
          </>
        )}
      </Form>
    </Dialog>
  )
}
