import type { Host } from '@sonaqor/embed/host'
import type { Hold, Params } from '@sonaqor/module'
import { adopt, Dialog, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import * as texts from '../../texts/en.ts'
import sheet from './view-dialog.css'

adopt(sheet)

export interface ViewDialogProps {
  readonly host: Pick<Host, 'place'>
  readonly view: string
  readonly title: string
  /** The view leads on to another one, which is a page. */
  readonly onGo: (view: string, params?: Params) => void
  readonly onClose: () => void
}

/**
 * A module's view above whichever page is shown, opened by the frame. The host draws it, with its
 * retry; what the view holds, it is asked about before it is closed.
 */
export function ViewDialog({ host, view, title, onGo, onClose }: ViewDialogProps) {
  const say = useText()
  const waiting = useRef<HTMLDivElement>(null)
  const ground = useRef<HTMLDivElement>(null)
  const [held, hold] = useState<Hold>()

  const place = useEffectEvent((element: HTMLElement) =>
    host.place(element, {
      view,
      hold,
      finish: () => onClose(),
      navigate: (to, params) => onGo(to, params),
    }),
  )
  useEffect(() => {
    if (!ground.current) return
    // What it shows is on its way; until then the keyboard waits before it.
    waiting.current?.focus()
    const placement = place(ground.current)
    return () => placement.remove()
  }, [])
  useStayWhile(held !== undefined)

  return (
    <Dialog title={title} onClose={onClose} leaving={held && { ...held, stay: say(texts.goBack) }}>
      {/* Around the view, not the view's own: the keyboard passes by what stands in a root of that. */}
      <div ref={waiting} className="sq-view-ground" tabIndex={-1}>
        <div ref={ground} />
      </div>
    </Dialog>
  )
}

/** Whoever leaves the page altogether is asked by the browser. */
function useStayWhile(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [isHeld])
}
