import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import { useLive, useModule, usePages, useQuery, useReadAgain, useWrite } from '@sonaqor/module'
import { failureOf, useText, useToast, type Range } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { queryOf, type ShownFilter } from './deliveries-filter.ts'
import * as texts from './texts/en.ts'

/** Attempts come in swarms; the list need not move with each. */
const pauseMs = 2000
const countedAtMost = 50

/**
 * Deliveries under one filter, newest first. They follow what happens, but while somebody reads further
 * down, or has one open, new ones are counted and wait.
 */
export function useDeliveries(filter: ShownFilter, range: Range, isHeld: boolean) {
  const { api } = useModule()
  const [lookedTo, setLookedTo] = useState<string | null>()
  const [waiting, setWaiting] = useState(0)
  const isOpenEnded = typeof range === 'string'
  const pages = usePages(['deliveries', filter, range], async (cursor) => {
    const page = await api.webhooks.listDeliveries({
      query: { ...queryOf(filter, range), cursor },
    })
    setLookedTo(page.lookedTo)
    return page
  })

  const follow = useEffectEvent(async () => {
    if (!isHeld) {
      setWaiting(0)
      return void (await pages.refetch())
    }
    const known = new Set((pages.data ?? []).map(({ id }) => id))
    const { data } = await api.webhooks
      .listDeliveries({ query: { ...queryOf(filter, range), limit: countedAtMost } })
      .catch(() => ({ data: [] as readonly Delivery[] }))
    const newest = pages.data?.[0]?.createdAt ?? ''
    setWaiting(data.filter(({ id, createdAt }) => !known.has(id) && createdAt >= newest).length)
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLive('webhooks', () => {
    if (!isOpenEnded) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void follow()
    }, pauseMs)
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  const release = useEffectEvent(() => void pages.refetch().then(() => setWaiting(0)))
  useEffect(() => {
    if (!isHeld && waiting > 0) release()
  }, [isHeld, waiting])

  const showWaiting = async () => {
    setWaiting(0)
    await pages.refetch()
  }
  return { pages, lookedTo, waiting, areMore: waiting >= countedAtMost, showWaiting }
}

/** One delivery in full; it is read again as it goes on. */
export function useDelivery(id: string) {
  const { api } = useModule()
  const readAgain = useReadAgain('delivery')
  useLive('webhooks', () => void readAgain())
  return useQuery({
    queryKey: ['delivery', id],
    queryFn: () => api.webhooks.showDelivery({ params: { id } }),
    refetchOnMount: 'always' as const,
  })
}

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
