import { useEffect, useState } from 'react'

/** Left in the history by whoever came with a link that is good; the link itself never is. */
const mark = 'openedByMail'

const stateNow = () => (history.state ?? {}) as Readonly<Record<string, unknown>>
const write = (isGood: boolean) => history.replaceState({ ...stateNow(), [mark]: isGood }, '')

/**
 * Whether a good link was open here before the page was loaded anew. Then it has no token any more, and
 * what the mail brought is good as it was.
 */
export function useMark(): boolean {
  const [wasOpened] = useState(() => stateNow()[mark] === true)
  return wasOpened
}

/** Leaves the mark while a good link is open; what takes its place, or uses it up, takes the mark away. */
export function useLeavingMark(isGood: boolean): void {
  useEffect(() => {
    if (!isGood) return
    write(true)
    return () => write(false)
  }, [isGood])
}
