import { useEffectEvent, useLayoutEffect, useRef } from 'react'

/**
 * Opens the element as a modal while it is drawn, and reports each wish to close it. While it
 * `stays`, a wish is no more than that, whatever the browser makes of it.
 */
export function useModal(onClose: () => void, steadfast: boolean, stays = false) {
  const dialog = useRef<HTMLDialogElement>(null)
  const wish = useEffectEvent((event: Event) => {
    const element = dialog.current
    if (event.type === 'mousedown' && (steadfast || event.target !== element)) return
    // A browser may close by itself at the second Escape; while it is open, `close` is an echo.
    if (event.type === 'close' && element?.open) return
    if (event.type === 'close' && stays) element?.showModal()
    if (event.type === 'cancel') event.preventDefault()
    onClose()
  })

  // Before the element leaves the page it has to be closed, or the focus is not given back.
  useLayoutEffect(() => {
    const element = dialog.current
    const listener = (event: Event) => wish(event)
    const wishes = ['cancel', 'close', 'mousedown']
    for (const type of wishes) element?.addEventListener(type, listener)
    element?.showModal()
    return () => {
      for (const type of wishes) element?.removeEventListener(type, listener)
      element?.close()
    }
  }, [])
  return dialog
}
