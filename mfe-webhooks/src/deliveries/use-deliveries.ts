import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import { useLive, useModule, usePages, useQuery, useWrite } from '@sonaqor/module'
import { failureOf, useText, useToast, type Range } from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import { countedAtMost, useHeldRows } from '../live/use-held-rows.ts'
import type { Asked } from './deliveries-filter.ts'
import * as texts from './texts/en.ts'

/**
 * Deliveries under one filter, newest first; another filter needs another mount. They follow what happens,
 * but while somebody reads further down, or has one open, new ones are counted and wait.
 */
export function useDeliveries(asked: Asked, range: Range, isHeld: boolean) {
  const { api } = useModule()
  const [lookedTo, setLookedTo] = useState<string | null>()
  const isOpenEnded = typeof range === 'string'
  const pages = usePages(['deliveries', asked], async (cursor) => {
    const page = await api.webhooks.listDeliveries({ query: { ...asked, cursor } })
    setLookedTo(page.lookedTo)
    return page
  })

  const { heard, ...held } = useHeldRows({
    pages,
    isHeld,
    readNewest: () => api.webhooks.listDeliveries({ query: { ...asked, limit: countedAtMost } }),
    instantOf: ({ createdAt }: Delivery) => createdAt,
  })
  useLive('webhooks', () => isOpenEnded && heard())
  return { pages, lookedTo, ...held }
}

/** One delivery in full; it is read again as it goes on. */
export function useDelivery(id: string) {
  const { api } = useModule()
  const reading = useQuery({
    queryKey: ['delivery', id],
    queryFn: () => api.webhooks.showDelivery({ params: { id } }),
    refetchOnMount: 'always' as const,
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { endpointId } = reading.data ?? {}
  useLive('webhooks', (events) => {
    if (!events.some(({ ref }) => ref['endpointId'] === endpointId)) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void reading.refetch()
    }, pauseMs)
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return reading
}

/** Attempts of an endpoint come in swarms, and most of them are of others. */
const pauseMs = 2000

/** Sends one again, next of all that wait. */
export function useRetry() {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  return useWrite({
    areas: ['deliveries', 'delivery', 'webhooks'],
    isUntilRead: true,
    write: ({ id }: Pick<Delivery, 'id'>) => api.webhooks.retry({ params: { id } }),
    onSuccess: ({ eventType }) =>
      show({ tone: 'success', title: say(texts.retried, { type: eventType }) }),
    onError: (error) => {
      const { title, reason, advice } = failureOf(error, say)
      show({ tone: 'danger', title, detail: `${reason} ${advice}` })
    },
  })
}
