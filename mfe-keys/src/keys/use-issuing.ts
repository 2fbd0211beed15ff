import type { NewKey } from '@sonaqor/contract/keys'
import { useModule, useMutation } from '@sonaqor/module'
import { useRef } from 'react'

/** The one write that answers with a secret. The answer lives in this view alone, and as long. */
export function useIssuing() {
  const { api } = useModule()
  const keyFor = useRequestKey()
  const issue = useMutation({
    mutationFn: (body: NewKey) => api.keys.issue({ body, idempotencyKey: keyFor(body) }),
  })
  return {
    issue: issue.mutate,
    issued: issue.data,
    busy: issue.isPending,
    error: issue.error,
  }
}

/**
 * The same answers sent twice are one request: when a reply was lost on its way, pressing again
 * shows the key that was made, and makes no second one.
 */
function useRequestKey(): (body: NewKey) => string {
  const last = useRef({ body: '', key: '' })
  return (body) => {
    const text = JSON.stringify(body)
    if (text !== last.current.body) last.current = { body: text, key: crypto.randomUUID() }
    return last.current.key
  }
}
