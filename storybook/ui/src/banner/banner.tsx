import type { ReactNode, Ref } from 'react'
import { Icon, type IconName } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './banner.css'

adopt(sheet)

export type BannerTone = 'info' | 'success' | 'warning' | 'danger'

const icons: Record<BannerTone, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'alert',
  danger: 'alert',
}

export interface BannerProps {
  readonly tone?: BannerTone
  readonly title: string
  readonly actions?: ReactNode
  /** For news that the focus should move to. */
  readonly ref?: Ref<HTMLDivElement>
  readonly children?: ReactNode
}

/** Something that has to be known before one goes on. Bad news is read aloud at once. */
export function Banner({ tone = 'info', title, actions, ref, children }: BannerProps) {
  return (
    <div
      ref={ref}
      className="sq-banner"
      data-tone={tone}
      role={tone === 'danger' ? 'alert' : 'status'}
      tabIndex={ref ? -1 : undefined}
    >
      <Icon name={icons[tone]} />
      <div className="sq-banner-words">
        <p className="sq-banner-title">{title}</p>
        {children && <div>{children}</div>}
        {actions && <div className="sq-banner-actions">{actions}</div>}
      </div>
    </div>
  )
}
