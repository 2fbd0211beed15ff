const atLatestMs = 2_000
/** Where a browser cannot tell, as Safari: after the first drawing and what it asks for. */
const otherwiseMs = 300

/**
 * Acts once the browser has nothing better to do, two seconds from now at the latest: what is not
 * seen at first is fetched so. Returns the way to call it off.
 */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, otherwiseMs)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(act, { timeout: atLatestMs })
  return () => cancelIdleCallback(request)
}
