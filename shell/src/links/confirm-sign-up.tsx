import { useText } from '@sonaqor/ui'
import * as texts from '../identity/texts/en.ts'
import { ChoosePassword } from './choose-password.tsx'
import type { LinkedProps } from './link-page.tsx'

/** The address is theirs: with a password the tenant is founded, and entered. */
export function ConfirmSignUp({ api, member, token, onEntered }: LinkedProps) {
  const say = useText()
  return (
    <ChoosePassword
      verb={say(texts.openDashboard)}
      again={{ href: '/sign-up', words: say(texts.askForNewLink) }}
      onChoose={async (password) => {
        await member.enter(() => api.auth.confirmSignUp({ body: { token, password } }))
        onEntered()
      }}
    >
      <p>{say(texts.finishSignUpDetail)}</p>
    </ChoosePassword>
  )
}
