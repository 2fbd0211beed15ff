import { useEffect, useEffectEvent, type KeyboardEvent } from 'react'
import { Button } from '../button/button.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import type { ShownToast, Toast } from './toasts.tsx'

/** Long enough to read it; with a decision in it, long enough to make one. */
const lifeMs = 6_000
const lifeWithUndoMs = 12_000

const icons: Record<NonNullable<Toast['tone']>, IconName> = {
  neutral: 'info',
  success: 'check',
  danger: 'alert',
}

export interface ToastCardProps {
  readonly toast: ShownToast
  /** Somebody is at it: its time stands still and begins anew when they leave. */
  readonly isHeld: boolean
  readonly onDrop: () => void
}

/** One thing that has happened. */
export function ToastCard({ toast, isHeld, onDrop }: ToastCardProps) {
  const say = useText()
  const { title, detail, tone = 'neutral', onUndo } = toast
  const goes = useEffectEvent(onDrop)
  const stays = isHeld || tone === 'danger'
  const timeMs = onUndo ? lifeWithUndoMs : lifeMs

  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => goes(), timeMs)
    return () => clearTimeout(timer)
  }, [stays, timeMs])

  const undo = () => {
    onDrop()
    onUndo?.()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // Taken here, or a dialog around the toast would be closed along with it.
    event.preventDefault()
    onDrop()
  }

  return (
    // The key is heard here for the two buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="sq-toast" data-tone={tone} onKeyDown={press}>
      <Icon name={icons[tone]} />
      <div className="sq-toast-words">
        <p className="sq-toast-title">{title}</p>
        {detail && <p>{detail}</p>}
      </div>
      <div className="sq-toast-acts">
        {onUndo && (
          <Button size="small" icon="undo" onClick={undo}>
            {say(texts.undo)}
          </Button>
        )}
        <Button
          size="small"
          look="quiet"
          icon="close"
          aria-label={say(texts.close)}
          onClick={onDrop}
        />
      </div>
    </div>
  )
}
