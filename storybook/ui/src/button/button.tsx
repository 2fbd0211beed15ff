import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react'
import { Icon, type IconName } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './button.css'

adopt(sheet)

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` once a view, `danger` for what cannot be taken back, `quiet` inside rows. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet'
  readonly size?: 'regular' | 'small'
  readonly icon?: IconName | undefined
  /** Work is under way: the button keeps its focus and its width, and takes no second press. */
  readonly busy?: boolean
  /** For what hangs on it, such as a menu. */
  readonly ref?: Ref<HTMLButtonElement>
  /** The verb. A button with an icon alone needs an `aria-label` in its place. */
  readonly children?: ReactNode
}

/** A verb that does something here and now. */
export function Button({
  look = 'plain',
  size = 'regular',
  icon,
  busy = false,
  type = 'button',
  onClick,
  'aria-disabled': ariaDisabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      // The type is one of the three that HTML knows; the default saves forms from surprises.
      type={type}
      className="sq-button"
      data-look={look}
      data-size={size}
      aria-busy={busy || undefined}
      aria-disabled={busy || ariaDisabled}
      onClick={busy ? refuse : onClick}
    >
      {busy ? <span className="sq-button-spinner" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** Enter in a form presses its button too, so that this also keeps a form from being sent twice. */
function refuse(event: MouseEvent) {
  event.preventDefault()
}
