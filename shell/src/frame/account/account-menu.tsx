import { adopt, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import sheet from './account-menu.css'
import type { FrameParts } from '../frame-parts.ts'
import type { AtHand } from '../use-at-hand.ts'

adopt(sheet)

interface AccountMenuProps {
  readonly frame: FrameParts
  readonly atHand: AtHand
}

/**
 * One's own account behind one's initials. A native popover: Escape and a press beside it close it.
 */
export function AccountMenu({ frame, atHand: { parts, load } }: AccountMenuProps) {
  const say = useText()
  const { name } = frame.me.person
  return (
    <>
      <button
        type="button"
        className="sq-account-button"
        popoverTarget="account-menu"
        onClick={load}
      >
        <span aria-hidden="true">{initialsOf(name)}</span>
        <span className="sq-unseen">{say(texts.accountOf, { name })}</span>
      </button>
      <div id="account-menu" popover="auto" className="sq-account-menu">
        {parts ? <parts.AccountPanel frame={frame} /> : <p aria-busy>{name}</p>}
      </div>
    </>
  )
}

function initialsOf(name: string): string {
  const [first = '', ...others] = name.split(/\s+/)
  return (first.charAt(0) + (others.at(-1)?.charAt(0) ?? '')).toLocaleUpperCase()
}
