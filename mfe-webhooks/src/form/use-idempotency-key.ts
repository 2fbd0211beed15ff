import { useRef } from 'react'

/**
 * The same answers sent twice are one request: when a reply was lost on its way, pressing again
 * shows the secret that was made, and makes no second one.
 */
export function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef({ body: '', key: '' })
  return (body) => {
    const text = JSON.stringify(body)
    if (text !== last.current.body) last.current = { body: text, key: crypto.randomUUID() }
    return last.current.key
  }
}
