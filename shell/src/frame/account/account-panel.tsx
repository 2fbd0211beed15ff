import { Link, SegmentedControl, useText } from '@sonaqor/ui'
import { useRef, type ReactNode } from 'react'
import { accountPath } from '../../account/account-paths.ts'
import { LanguageChoice } from '../../language/language-choice.tsx'
import { roleNames } from '../../roles/role-names.ts'
import * as texts from '../../texts/en.ts'
import type { FrameParts } from '../frame-parts.ts'
import { OtherTenants } from './other-tenants.tsx'
import { SignOut } from './sign-out.tsx'

export interface AccountPanelProps {
  readonly frame: Pick<
    FrameParts,
    'me' | 'preferences' | 'change' | 'language' | 'onGo' | 'onSwitch' | 'onSignOut'
  >
}

/** Who is signed in, how it looks and reads, and the ways out. */
export function AccountPanel({ frame }: AccountPanelProps) {
  const say = useText()
  const { me, preferences, change, language, onGo, onSwitch, onSignOut } = frame
  const place = useRef<HTMLDivElement>(null)
  const { person, tenant, tenants, role } = me
  /** What it lay over is another page then. */
  const leave = () => {
    place.current?.closest<HTMLElement>('[popover]')?.hidePopover()
    onGo(accountPath)
  }
  const themes = [
    { value: 'light', label: say(texts.lightTheme) },
    { value: 'dark', label: say(texts.darkTheme) },
    { value: 'auto', label: say(texts.asTheSystem) },
  ] as const
  return (
    <>
      <div ref={place}>
        <p className="sq-account-name">{person.name}</p>
        <p className="sq-account-line">{person.email}</p>
        <p className="sq-account-line">
          {say(texts.roleAt, { role: say(roleNames[role]), tenant: tenant.name })}
        </p>
        {tenant.plan && (
          <p className="sq-account-line">{say(texts.planOfTenant, { plan: tenant.plan })}</p>
        )}
      </div>
      <Choice title={say(texts.theme)}>
        <SegmentedControl
          label={say(texts.theme)}
          segments={themes}
          value={preferences.theme}
          onChange={(theme) => change({ theme })}
        />
      </Choice>
      <Choice title={say(texts.language)}>
        <LanguageChoice language={language} />
      </Choice>
      <OtherTenants others={tenants.filter(({ id }) => id !== tenant.id)} onSwitch={onSwitch} />
      <Link href={accountPath} onFollow={leave}>
        {say(texts.yourAccount)}
      </Link>
      <Link href="/docs" outside>
        {say(texts.documentation)}
      </Link>
      <SignOut onSignOut={onSignOut} />
    </>
  )
}

interface ChoiceProps {
  readonly title: string
  readonly children: ReactNode
}

/** The control says its name aloud by itself; here it is seen as well. */
function Choice({ title, children }: ChoiceProps) {
  return (
    <div className="sq-account-choice">
      <span className="sq-account-line" aria-hidden="true">
        {title}
      </span>
      {children}
    </div>
  )
}
