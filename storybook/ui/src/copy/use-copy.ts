import { useEffect, useState } from 'react'

export type CopyState = 'idle' | 'copied' | 'refused'

const shownForMs = 2_400

/**
 * Puts text on the clipboard and says for a moment how it went. A page may refuse the clipboard to
 * a frame inside of it, so that the refusal has to be shown, never swallowed.
 */
export function useCopy(): { state: CopyState; copy: (text: string) => Promise<boolean> } {
  const [state, setState] = useState<CopyState>('idle')

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), shownForMs)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async (text: string) => {
    const copied = await write(text)
    setState(copied ? 'copied' : 'refused')
    return copied
  }
  return { state, copy }
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
