import { useText } from '@sonaqor/ui'
import { useState } from 'react'
import { ChoosePassword } from '../../links/choose-password.tsx'
import { Told } from '../../links/told.tsx'
import type { StaffApi } from '../staff-api.ts'
import * as texts from '../texts/en.ts'
import { useSetPassword } from './use-sign-in.ts'

interface SetPasswordProps {
  readonly api: StaffApi
  readonly token: string
}

/** Whoever comes to the staff sets a password that nobody else knows. It signs nobody in. */
export function SetPassword({ api, token }: SetPasswordProps) {
  const say = useText()
  const [isDone, setDone] = useState(false)
  const choosing = useSetPassword(api, token, () => setDone(true))
  const way = { href: '/staff', words: say(texts.toSignIn) }
  if (isDone) return <Told title={say(texts.passwordIsSet)} way={way} />
  return <ChoosePassword verb={say(texts.setPassword)} again={way} choosing={choosing} />
}
