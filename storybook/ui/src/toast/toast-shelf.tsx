import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { adopt } from '../styles/adopt.ts'
import { ToastCard } from './toast-card.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import sheet from './toast.css'
import type { ShownToast } from './toasts.tsx'
import { useAttention } from './use-attention.ts'

adopt(sheet)

export interface ToastShelfProps {
  readonly toasts: readonly ShownToast[]
  readonly onDrop: (id: number) => void
}

/** The toasts that are in view, over everything else as a native popover is. */
export function ToastShelf({ toasts, onDrop }: ToastShelfProps) {
  const say = useText()
  const shelf = useRef<HTMLElement>(null)
  const hasAny = toasts.length > 0
  const { isHeld, withFocusKept } = useAttention(shelf, hasAny)
  useKeyTo(shelf, hasAny)

  useLayoutEffect(() => {
    const element = shelf.current
    if (!element || !hasAny) return
    element.showPopover()
    return () => element.hidePopover()
  }, [hasAny])

  return (
    <section
      ref={shelf}
      popover="manual"
      className="sq-toasts"
      aria-label={say(texts.notifications)}
    >
      {toasts.map((toast) => (
        <ToastCard
          key={toast.id}
          toast={toast}
          isHeld={isHeld}
          onDrop={() => withFocusKept(() => onDrop(toast.id))}
        />
      ))}
    </section>
  )
}

/** F8 leads to the newest toast from wherever one is, as it does on some desktops. */
function useKeyTo(shelf: RefObject<HTMLElement | null>, hasAny: boolean) {
  useEffect(() => {
    if (!hasAny) return
    const listener = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      shelf.current?.querySelector<HTMLElement>('.sq-toast:last-child button')?.focus()
    }
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [shelf, hasAny])
}
