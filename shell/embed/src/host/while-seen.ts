/** Acts every so often while the page is seen, and when it is seen again; returns the way to stop. */
export function whileSeen(everyMs: number, act: () => void): () => void {
  const due = () => document.visibilityState === 'visible' && act()
  const timer = setInterval(due, everyMs)
  document.addEventListener('visibilitychange', due)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', due)
  }
}

/** Acts as soon as the page is seen: at once, where it is. */
export function onceSeen(outdated: AbortSignal, act: () => void): void {
  if (document.visibilityState === 'visible') return act()
  const seen = () => onceSeen(outdated, act)
  document.addEventListener('visibilitychange', seen, { once: true, signal: outdated })
}
