/** A drawer or a dialog is of no use in a strip: with fewer pixels than these one asks for more. */
const roomForDialogPx = 600

/**
 * Tells how high a frame has to be for what stands above its view: a modal dialog brings no height
 * of its own to the page, and a short list would leave it a slit. What takes the focus tells of it,
 * for dialogs stand in shadow roots that nothing else looks into.
 */
export function watchDialogs(page: Document, tell: (heightPx: number) => void): void {
  let open: HTMLDialogElement | undefined
  const sizes = new ResizeObserver(() => {
    // Whatever closes it, and whatever takes it out of the page, leaves it without a size.
    if (!open || open.offsetHeight > 0) return
    sizes.disconnect()
    open = undefined
    tell(0)
  })
  page.addEventListener('focusin', (event) => {
    const dialog = event.composedPath().find((target) => target instanceof HTMLDialogElement)
    if (!dialog || dialog === open) return
    sizes.disconnect()
    open = dialog
    sizes.observe(dialog)
    tell(roomForDialogPx)
  })
}
