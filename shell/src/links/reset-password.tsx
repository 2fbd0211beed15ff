import { useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../identity/texts/en.ts'
import { ChoosePassword } from './choose-password.tsx'
import type { LinkedProps } from './link-page.tsx'
import { Told } from './told.tsx'
import { useLinkState, useResetPassword } from './use-links.ts'

/** Sets a new password. It signs nobody in: whoever has a second factor is asked for it there. */
export function ResetPassword({ api, member, token }: LinkedProps) {
  const say = useText()
  const [isDone, setDone] = useState(false)
  const link = useLinkState(api, { kind: 'reset', token })
  const choosing = useResetPassword(api, token, () => {
    setDone(true)
    // Every session of the person is over, this browser's as well.
    return member.resume()
  })
  if (isDone) return <Told title={say(texts.passwordIsNew)}>{say(texts.passwordIsNewDetail)}</Told>
  return (
    <ChoosePassword
      verb={say(texts.setPassword)}
      again={{ href: '/reset-password', words: say(texts.askForNewLink) }}
      choosing={choosing}
      link={link}
    />
  )
}
