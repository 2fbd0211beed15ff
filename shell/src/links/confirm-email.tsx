import { Button, Refusal, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { useAct } from '../identity/use-act.ts'
import * as texts from '../identity/texts/en.ts'
import type { LinkedProps } from './link-page.tsx'
import { isOver, LinkOver, Told } from './told.tsx'

/** Asked for with a press, for programs that look into mails open their links as well. */
export function ConfirmEmail({ api, token }: LinkedProps) {
  const say = useText()
  const [isDone, setDone] = useState(false)
  const { busy, error, run } = useAct()
  const way = { href: '/account', words: say(texts.toAccount) }
  if (isDone) return <Told title={say(texts.emailConfirmed)} way={way} />
  if (isOver(error)) return <LinkOver way={way} />
  const confirm = async () => {
    await api.auth.confirmEmail({ body: { token } })
    setDone(true)
  }
  return (
    <>
      <p>{say(texts.confirmEmailDetail)}</p>
      <Refusal error={error} />
      <Button look="primary" busy={busy} onClick={() => run(confirm)}>
        {say(texts.confirmEmail)}
      </Button>
    </>
  )
}
