/** Calls back at the abort, also when that has passed already. */
export function whenAborted(signal: AbortSignal, clean: () => void): void {
  if (signal.aborted) clean()
  else signal.addEventListener('abort', clean, { once: true })
}
