import { Surface, Toasts } from '@sonaqor/ui'
import { useLoadedLocale } from '@sonaqor/ui/texts'
import { Door } from '../door/door.tsx'
import { useLanguage, type Language } from '../language/use-language.ts'
import { NotOpened } from '../opening.tsx'
import { FactorNeeded } from './sign-in/factor-needed.tsx'
import { Console } from './console.tsx'
import { SetPassword } from './sign-in/set-password.tsx'
import type { OpenDesk, StaffApi } from './staff-api.ts'
import { StaffSignIn } from './sign-in/staff-sign-in.tsx'
import * as texts from './texts/en.ts'
import { languages } from './texts/index.ts'
import { useStanding } from './use-staff-session.ts'

export interface StaffConsoleProps {
  readonly api: StaffApi
  readonly openDesk: OpenDesk
  readonly tenantsOrigin: string
  /** What the address brought along that a mail leads to. */
  readonly link?: string | undefined
}

/** The page of Sonaqor's own staff: sign-in, the first second factor, and then their work. */
export function StaffConsole({ api, openDesk, tenantsOrigin, link }: StaffConsoleProps) {
  const { standing, enter, leave, resume } = useStanding(api)
  const language = useStaffLanguage()
  if (link) {
    return (
      <Door language={language} title={texts.setPasswordTitle}>
        <SetPassword api={api} token={link} />
      </Door>
    )
  }
  if (standing.name === 'starting') return null
  if (standing.name === 'unreachable') {
    return <NotOpened locale={language.shown} error={standing.error} onRetry={resume} />
  }
  if (standing.name === 'signed-out') {
    return (
      <Door language={language} title={texts.signInTitle}>
        <StaffSignIn api={api} onEntered={enter} />
      </Door>
    )
  }
  const { session } = standing
  if (session.me.secondFactorMissing) {
    return (
      <Door language={language} title={texts.secondFactor}>
        <FactorNeeded
          {...{ openDesk }}
          open={api}
          session={session}
          onDone={resume}
          onLeave={leave}
        />
      </Door>
    )
  }
  return (
    <Surface locale={language.shown}>
      <Toasts>
        <Console
          key={session.me.id}
          {...{ openDesk, tenantsOrigin }}
          open={api}
          session={session}
          onLeave={leave}
        />
      </Toasts>
    </Surface>
  )
}

/** The words of the console come with it. */
function useStaffLanguage(): Language {
  const language = useLanguage()
  return { ...language, shown: useLoadedLocale(language.shown, spoken) }
}
const spoken = [languages]
