import type { LiveEvent } from '@sonaqor/contract/live'
import type { InboxAnswer } from '@sonaqor/contract/webhook-bounds'
import type { Inbox, InboxMessage } from '@sonaqor/contract/webhook-inbox'
import { useLive, useModule, usePages, useQuery, useReadAgain, useWrite } from '@sonaqor/module'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import { countedAtMost, useHeldRows } from '../live/use-held-rows.ts'
import * as texts from './texts/en.ts'

/** What is told of attempts says nothing that is seen here. */
const isOfInbox = ({ type }: { readonly type: string }) => type !== 'webhooks.attempted'

/** The inbox of an app: whether it is open, what it answers, and how many it holds. */
export function useInbox(appId: string) {
  const { api } = useModule()
  const readAgain = useReadAgain('inbox')
  useLive('webhooks', (events) => {
    if (events.some(isOfInbox)) void readAgain()
  })
  return useQuery({
    queryKey: ['inbox', appId],
    queryFn: () => api.webhookInbox.show({ query: { appId } }),
    refetchOnMount: 'always' as const,
  })
}

/** What it holds, newest first. Rows hold still while somebody reads, and new ones are counted. */
export function useMessages(appId: string, type: string, isHeld: boolean) {
  const { api } = useModule()
  const query = { appId, eventType: type || undefined }
  const pages = usePages(['inbox-messages', appId, type], (cursor) =>
    api.webhookInbox.listMessages({ query: { ...query, cursor } }),
  )
  const { heard, ...held } = useHeldRows({
    pages,
    isHeld,
    readNewest: () => api.webhookInbox.listMessages({ query: { ...query, limit: countedAtMost } }),
    instantOf: ({ receivedAt }: InboxMessage) => receivedAt,
  })
  useLive('webhooks', (events) => {
    if (events.some(isOfInbox)) heard()
  })
  return { pages, ...held }
}

/** One message of an endpoint in full; where it was passed on to may be told later. */
export function useMessage(id: string, endpointId: string) {
  const { api } = useModule()
  const readAgain = useReadAgain('inbox-message')
  const isOfOwn = (event: LiveEvent) => isOfInbox(event) && event.ref['endpointId'] === endpointId
  useLive('webhooks', (events) => {
    if (events.some(isOfOwn)) void readAgain()
  })
  return useQuery({
    queryKey: ['inbox-message', id],
    queryFn: () => api.webhookInbox.showMessage({ params: { id } }),
    refetchOnMount: 'always' as const,
  })
}

function useToldFailure() {
  const say = useText()
  const show = useToast()
  return (error: Error) => {
    const { title, reason, advice } = failureOf(error, say)
    show({ tone: 'danger', title, detail: `${reason} ${advice}` })
  }
}

/** Opens and closes an inbox; each is the way back from the other. */
export function useTurningInbox(appId: string) {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  const onError = useToldFailure()
  const write = (isOpen: boolean) =>
    isOpen
      ? api.webhookInbox.open({ body: { appId } })
      : api.webhookInbox.close({ body: { appId } })
  const open = useWrite({ areas: ['inbox'], isUntilRead: true, write: () => write(true), onError })
  const close = useWrite({
    areas: ['inbox'],
    write: () => write(false),
    onSuccess: () =>
      show({
        tone: 'success',
        title: say(texts.wasClosed),
        detail: say(texts.closedMeans),
        about: appId,
        onUndo: () => open.mutate(),
      }),
    onError,
  })
  return { open, close }
}

/** Chooses what each attempt is answered with. */
export function useAnswering({ appId }: Inbox) {
  const { api } = useModule()
  return useWrite({
    areas: ['inbox'],
    isUntilRead: true,
    write: (answers: InboxAnswer) => api.webhookInbox.update({ body: { appId, answers } }),
    onError: useToldFailure(),
  })
}

/** Forgets what it holds. */
export function useClearing(appId: string, onCleared: () => void) {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  return useWrite({
    areas: ['inbox', 'inbox-messages'],
    write: () => api.webhookInbox.clear({ query: { appId } }),
    onSuccess: () => {
      onCleared()
      show({ tone: 'success', title: say(texts.wasCleared) })
    },
  })
}
