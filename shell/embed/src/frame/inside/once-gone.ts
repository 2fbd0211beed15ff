/** Calls back when this page goes for good, while a last request can still be sent from it. */
export function onceGone(act: () => void): void {
  // A page that the browser keeps aside may come back, and goes on then.
  addEventListener('pagehide', ({ persisted }) => !persisted && act())
}
