/**
 * Keeps a page where it is while something in it is held. Leaving it altogether is asked about by the
 * browser; a way back within it is stopped, and `ask` is told. Returns how to let go.
 *
 * Browsers stop a way back only for whoever has pressed something in the page, so that no page is a
 * trap, and some stop none: there it leads back as ever.
 */
export function stayWhileHeld(ask: () => void): () => void {
  const stayInPlace = (event: NavigateEvent) => {
    if (event.navigationType !== 'traverse' || !event.cancelable) return
    event.preventDefault()
    ask()
  }
  // Not every browser that we serve has it, whatever its type says.
  const navigation: Navigation | undefined = window.navigation
  window.addEventListener('beforeunload', stay)
  navigation?.addEventListener('navigate', stayInPlace)
  return () => {
    window.removeEventListener('beforeunload', stay)
    navigation?.removeEventListener('navigate', stayInPlace)
  }
}

/** What the browser asks about by itself, in words of its own. */
export function stay(event: BeforeUnloadEvent) {
  event.preventDefault()
}
