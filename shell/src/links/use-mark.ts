import { useEffect, useState } from 'react'

/** Left in the history by whoever came with a token; the token itself never is. */
const mark = 'openedByMail'

const stateNow = () => (history.state ?? {}) as Readonly<Record<string, unknown>>

/**
 * Whether a link was opened here before the page was loaded anew. Then it has no token any more, and
 * what the mail brought is good as it was.
 */
export function useMark(token: string | undefined): boolean {
  const [wasOpened] = useState(() => stateNow()[mark] === true)
  useEffect(() => {
    if (token) history.replaceState({ ...stateNow(), [mark]: true }, '')
  }, [token])
  return wasOpened
}
