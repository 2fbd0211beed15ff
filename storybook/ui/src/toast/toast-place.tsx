import { useEffect, useState } from 'react'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import type { ToastShelf, ToastShelfProps } from './toast-shelf.tsx'

/** Brings the part that draws toasts. */
type LoadShelf = () => Promise<ShelfPart>

interface ShelfPart {
  readonly ToastShelf: typeof ToastShelf
}

const loadShelf: LoadShelf = () => import('./toast-shelf.tsx')

export interface ToastPlaceProps extends ToastShelfProps {
  /** A test may bring its own. */
  readonly load?: LoadShelf
}

/** Where toasts will be: what has to be there from the start, and the shelf once there is a first one. */
export function ToastPlace({ load = loadShelf, ...props }: ToastPlaceProps) {
  const part = useShelf(props.toasts.length > 0, load)
  return (
    <>
      <Announcement toast={props.toasts.at(-1)} />
      {part && <part.ToastShelf {...props} />}
    </>
  )
}

const pauseMs = 3_000

/**
 * The part that draws toasts. Most pages never need it, so that it is loaded for the first one, and
 * tried again until it comes; what it has to show waits meanwhile, for its time begins on the shelf.
 */
function useShelf(isNeeded: boolean, load: LoadShelf): ShelfPart | undefined {
  const [part, setPart] = useState<ShelfPart>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!isNeeded || part) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let stands = true
    load().then(
      (loaded) => stands && setPart(loaded),
      () => {
        if (stands) timer = setTimeout(() => setAttempt(attempt + 1), pauseMs)
      },
    )
    return () => {
      stands = false
      clearTimeout(timer)
    }
  }, [isNeeded, part, attempt, load])
  return part
}

/**
 * What the newest toast says, read aloud from a place that is always there: a region that appears
 * along with its words is often not heard.
 */
function Announcement({
  toast,
}: {
  readonly toast: ToastShelfProps['toasts'][number] | undefined
}) {
  const say = useText()
  const isBad = toast?.tone === 'danger'
  const says = toast && (
    <p key={toast.id}>
      {/* How to get to a button that one only hears of comes last. */}
      {toast.title}. {toast.detail} {toast.onUndo && say(texts.pressF8)}
    </p>
  )
  return (
    <>
      <div className="sq-unseen" aria-live="polite">
        {!isBad && says}
      </div>
      <div className="sq-unseen" aria-live="assertive">
        {isBad && says}
      </div>
    </>
  )
}
