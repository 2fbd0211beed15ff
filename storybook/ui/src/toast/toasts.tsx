import {
  createContext,
  use,
  useCallback,
  useLayoutEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { ToastPlace } from './toast-place.tsx'

export interface Toast {
  /** What has happened: "Key revoked". */
  readonly title: string
  readonly detail?: string
  /** Bad news is read aloud at once and stays until it is taken off. */
  readonly tone?: 'neutral' | 'success' | 'danger'
  /** What it is news of, such as an id: later news of the same takes its place, with its way back. */
  readonly about?: string
  /** Takes back what has happened. */
  readonly onUndo?: () => void
}

export interface ShownToast extends Toast {
  readonly id: number
}

/** Shows a toast and returns the way to take it off again. */
export type ShowToast = (toast: Toast) => () => void

interface Shelf {
  readonly toasts: readonly ShownToast[]
  readonly drop: (id: number) => void
  /** The dialogs that are open, the topmost last: all that lies below them is out of reach. */
  readonly dialogs: readonly string[]
  readonly enter: (dialog: string) => () => void
}

const ShowContext = createContext<ShowToast | undefined>(undefined)
const ShelfContext = createContext<Shelf | undefined>(undefined)

const most = 3

/** Says in passing what has happened, with the way back where there is one. */
export function useToast(): ShowToast {
  const show = use(ShowContext)
  if (!show) throw new Error('A toast needs a Surface around it.')
  return show
}

/** Keeps the toasts of one surface, and shows them at its foot or in the dialog that lies over it. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const [dialogs, setDialogs] = useState<readonly string[]>([])
  const lastId = useRef(0)

  const drop = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id))
  }, [])

  const show = useCallback<ShowToast>(
    (toast) => {
      lastId.current += 1
      const shown = { ...toast, id: lastId.current }
      setToasts((before) => {
        const others = before.filter(({ about }) => !about || about !== toast.about)
        return atMost([...others, shown])
      })
      return () => drop(shown.id)
    },
    [drop],
  )

  const enter = useCallback((dialog: string) => {
    setDialogs((before) => [...before, dialog])
    return () => setDialogs((before) => before.filter((other) => other !== dialog))
  }, [])

  const shelf = useMemo(() => ({ toasts, drop, dialogs, enter }), [toasts, drop, dialogs, enter])
  return (
    <ShowContext value={show}>
      <ShelfContext value={shelf}>
        {children}
        <ToastPlace toasts={dialogs.length === 0 ? toasts : nothing} onDrop={drop} />
      </ShelfContext>
    </ShowContext>
  )
}

const nothing: readonly ShownToast[] = []

/** The oldest goes first, but bad news only where there is nothing else. */
function atMost(toasts: readonly ShownToast[]): readonly ShownToast[] {
  if (toasts.length <= most) return toasts
  const goes = toasts.find(({ tone }) => tone !== 'danger') ?? toasts[0]
  return toasts.filter((toast) => toast !== goes)
}

/**
 * The place for toasts within a modal dialog. The browser puts everything outside of one out of
 * reach, so that an Undo down on the page could be seen, but neither pressed nor heard.
 */
export function ToastOutlet() {
  const id = useId()
  const shelf = use(ShelfContext)
  const enter = shelf?.enter
  useLayoutEffect(() => enter?.(id), [enter, id])
  if (!shelf) return null
  const isTop = shelf.dialogs.at(-1) === id
  return <ToastPlace toasts={isTop ? shelf.toasts : nothing} onDrop={shelf.drop} />
}
