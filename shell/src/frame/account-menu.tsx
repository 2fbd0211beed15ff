import type { Me } from '@sonaqor/contract/auth'
import type { Appearance } from '@sonaqor/module'
import { SegmentedControl } from '@sonaqor/ui'
import { WaysOut, type WaysOutProps } from './ways-out.tsx'

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
] as const

interface AccountMenuProps extends Omit<WaysOutProps, 'others'> {
  readonly me: Me
  readonly theme: Appearance['theme']
  readonly onTheme: (theme: Appearance['theme']) => void
}

/** Who is signed in, how it looks, and the ways out. A native popover: Escape and a click beside it close it. */
export function AccountMenu({ me, theme, onTheme, ...acts }: AccountMenuProps) {
  const { person, tenant, tenants, role } = me
  return (
    <>
      <button type="button" className="sq-account-button" popoverTarget="account-menu">
        <span aria-hidden="true">{initialsOf(person.name)}</span>
        <span className="sq-unseen">Account of {person.name}</span>
      </button>
      <div id="account-menu" popover="auto" className="sq-account-menu">
        <p className="sq-account-name">{person.name}</p>
        <p className="sq-account-line">{person.email}</p>
        <p className="sq-account-line">
          {capital(role)} at {tenant.name}
        </p>
        <SegmentedControl label="Theme" segments={themes} value={theme} onChange={onTheme} />
        <WaysOut others={tenants.filter(({ id }) => id !== tenant.id)} {...acts} />
      </div>
    </>
  )
}

function initialsOf(name: string): string {
  const [first = '', ...others] = name.split(/\s+/)
  return (first.charAt(0) + (others.at(-1)?.charAt(0) ?? '')).toLocaleUpperCase()
}

const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1)
