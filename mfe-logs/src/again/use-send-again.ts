import type { SendAgain, SentAgain } from '@sonaqor/contract/log-again'
import { pageMax } from '@sonaqor/contract/page-bounds'
import { useModule, useQuery, useWrite } from '@sonaqor/module'
import { useState } from 'react'

/** The keys of the sandbox that a request can be sent with. */
export function useSandboxKeys() {
  const { api, app } = useModule()
  return useQuery({
    queryKey: ['keys', 'of-sandbox', app?.id],
    queryFn: async () => {
      const query = { environment: 'sandbox' as const, appId: app?.id, limit: pageMax }
      const { data } = await api.keys.list({ query })
      return data.filter(({ state }) => state === 'active')
    },
  })
}

/** Sends a logged request again; what is known of the logged one is old then. */
export function useSendAgain(id: string) {
  const { api } = useModule()
  const [sent, setSent] = useState<SentAgain>()
  const sending = useWrite({
    areas: ['log-entry'],
    write: (body: SendAgain) => api.logs.sendAgain({ params: { id }, body }),
    onSuccess: setSent,
  })
  return { sent, send: sending.mutate, isSending: sending.isPending, error: sending.error }
}
