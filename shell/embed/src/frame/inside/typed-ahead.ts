/**
 * Keeps what is typed in this page before anything in it takes the focus, and writes it into the
 * first field that does: whoever presses a button and types on at once loses no letter. What takes
 * the focus and is no field ends it, for then the letters were meant for nothing here. Returns the
 * way to stop.
 */
export function keepTyping(page: Document): () => void {
  const kept: string[] = []

  function keep(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    if (ctrlKey || metaKey || altKey || isComposing) return
    if (key === 'Backspace') kept.pop()
    // Keys that write nothing have longer names.
    else if (key.length === 1) kept.push(key)
    else return
    event.preventDefault()
  }

  function stop() {
    page.removeEventListener('keydown', keep)
    page.removeEventListener('focusin', handOver)
  }

  function handOver(event: FocusEvent) {
    stop()
    const [field] = event.composedPath()
    if (kept.length === 0 || !isField(field)) return
    // A view gives the focus while it is being drawn, and hears of no change before it is.
    queueMicrotask(() => write(field, kept.join('')))
  }

  page.addEventListener('keydown', keep)
  page.addEventListener('focusin', handOver)
  return stop
}

const isField = (target: EventTarget | undefined): target is HTMLInputElement =>
  target instanceof HTMLInputElement && ['text', 'search'].includes(target.type)

/** As if it had been typed there: React and other libraries hear of it by the event. */
function write(field: HTMLInputElement, typed: string) {
  const data = field.maxLength < 0 ? typed : typed.slice(0, field.maxLength)
  field.setRangeText(data, field.value.length, field.value.length, 'end')
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data }),
  )
}
