import { Button, Refusal, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../identity/texts/en.ts'
import type { LinkedProps } from './link-page.tsx'
import { isOver, LinkOver, Told } from './told.tsx'
import { useConfirmEmail } from './use-links.ts'

/** Asked for with a press, for programs that look into mails open their links as well. */
export function ConfirmEmail({ api, token }: LinkedProps) {
  const say = useText()
  const [isDone, setDone] = useState(false)
  const { busy, error, write } = useConfirmEmail(api, token, () => setDone(true))
  const way = { href: '/account', words: say(texts.toAccount) }
  if (isDone) return <Told title={say(texts.emailConfirmed)} way={way} />
  if (isOver(error)) return <LinkOver way={way} />
  return (
    <>
      <p>{say(texts.confirmEmailDetail)}</p>
      <Refusal error={error} />
      <Button look="primary" busy={busy} onClick={() => write()}>
        {say(texts.confirmEmail)}
      </Button>
    </>
  )
}
