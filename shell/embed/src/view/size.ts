import scrolling from './scrolling.css'

/**
 * Follows how high what stands in an element is, and tells each other height. The element is as high
 * as that, unless the page gives it a height of its own. Returns the way to stop.
 */
export function followSize(element: HTMLElement, tell: (height: number) => void): () => void {
  const root = element.shadowRoot
  if (!root) return () => undefined
  let height = -1

  function measure(shadow: ShadowRoot) {
    const next = partsOf(shadow).reduce((sum, { offsetHeight }) => sum + offsetHeight, 0)
    const overflows = element.clientHeight > 0 && next > element.clientHeight + 1
    const others = shadow.adoptedStyleSheets.filter((sheet) => sheet !== scrolling)
    if (overflows !== shadow.adoptedStyleSheets.includes(scrolling)) {
      shadow.adoptedStyleSheets = overflows ? [...others, scrolling] : others
    }
    // For a moment what was said is gone and what comes is not drawn.
    if (next === height || next === 0) return
    height = next
    tell(height)
  }

  const sizes = new ResizeObserver(() => measure(root))
  function observe(shadow: ShadowRoot) {
    sizes.disconnect()
    for (const part of [element, ...partsOf(shadow)]) sizes.observe(part)
  }
  // Each attempt to show a view has a ground of its own.
  const parts = new MutationObserver(() => observe(root))
  parts.observe(root, { childList: true })
  observe(root)
  return () => {
    parts.disconnect()
    sizes.disconnect()
  }
}

/** What stands one below the other; a dialog stands above them. */
const partsOf = (root: ShadowRoot): HTMLElement[] =>
  [...root.children].filter(
    (part): part is HTMLElement => part instanceof HTMLElement && !part.matches('dialog, slot'),
  )
