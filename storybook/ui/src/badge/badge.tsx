import { Icon, type IconName } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './badge.css'

adopt(sheet)

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info'

export interface BadgeProps {
  readonly tone?: Tone
  readonly icon?: IconName
  /** The state in a word or two; the colour only repeats it. */
  readonly children: string
}

/** A state that can be told at a glance, by colour, sign and word together. */
export function Badge({ tone = 'neutral', icon = 'dot', children }: BadgeProps) {
  return (
    <span className="sq-badge" data-tone={tone}>
      <Icon name={icon} />
      {children}
    </span>
  )
}
