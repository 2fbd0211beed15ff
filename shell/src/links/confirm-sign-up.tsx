import { useText } from '@sonaqor/ui'
import * as texts from '../identity/texts/en.ts'
import { ChoosePassword } from './choose-password.tsx'
import type { LinkedProps } from './link-page.tsx'
import { useConfirmSignUp, useLinkState } from './use-links.ts'

/** The address is theirs: with a password the tenant is founded, and entered. */
export function ConfirmSignUp({ api, ...entry }: LinkedProps) {
  const say = useText()
  const link = useLinkState(api, { kind: 'sign-up', token: entry.token })
  const founding = useConfirmSignUp(api, entry)
  return (
    <ChoosePassword
      verb={say(texts.openDashboard)}
      again={{ href: '/sign-up', words: say(texts.askForNewLink) }}
      choosing={founding}
      link={link}
    >
      <p>{say(texts.finishSignUpDetail)}</p>
    </ChoosePassword>
  )
}
