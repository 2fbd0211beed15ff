import type { Me } from '@sonaqor/contract/auth'
import type { Appearance } from '@sonaqor/module'
import { Banner, Button, SegmentedControl } from '@sonaqor/ui'
import { useState } from 'react'

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
] as const

interface AccountMenuProps {
  readonly me: Me
  readonly theme: Appearance['theme']
  readonly onTheme: (theme: Appearance['theme']) => void
  readonly onSignOut: () => Promise<void>
}

/** Who is signed in, how it looks, and the way out. A native popover: Escape and a click beside it close it. */
export function AccountMenu({ me, theme, onTheme, onSignOut }: AccountMenuProps) {
  const { person, tenant, role } = me
  return (
    <>
      <button
        type="button"
        className="sq-account-button"
        popoverTarget="account-menu"
        aria-label={`Account of ${person.name}`}
      >
        {initialsOf(person.name)}
      </button>
      <div id="account-menu" popover="auto" className="sq-account-menu">
        <p className="sq-account-name">{person.name}</p>
        <p className="sq-account-line">{person.email}</p>
        <p className="sq-account-line">
          {capital(role)} at {tenant.name}
        </p>
        <SegmentedControl label="Theme" segments={themes} value={theme} onChange={onTheme} />
        <SignOut onSignOut={onSignOut} />
      </div>
    </>
  )
}

function SignOut({ onSignOut }: Pick<AccountMenuProps, 'onSignOut'>) {
  const [state, become] = useState<'ready' | 'busy' | 'failed'>('ready')
  const signOut = () => {
    become('busy')
    onSignOut().catch(() => become('failed'))
  }
  return (
    <>
      {state === 'failed' && (
        <Banner tone="danger" title="Not signed out">
          The server could not be reached. Try again.
        </Banner>
      )}
      <Button busy={state === 'busy'} onClick={signOut}>
        Sign out
      </Button>
    </>
  )
}

function initialsOf(name: string): string {
  const [first = '', ...others] = name.split(/\s+/)
  return (first.charAt(0) + (others.at(-1)?.charAt(0) ?? '')).toLocaleUpperCase()
}

const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1)
