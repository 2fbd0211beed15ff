/** Before anything is forwarded: the inbox is open, and it is known what verifies. */
import { ProblemError } from '../errors.ts'
import type { Inbox, InboxApi } from './inbox-api.ts'
import { Misuse } from './options.ts'
import type { Printer } from './printer.ts'
import { Refused } from './refused.ts'

interface Opening {
  readonly api: InboxApi
  readonly printer: Printer
  readonly signal: AbortSignal
}

/** What came would be types in place of values, of which no signature is right. */
const heldBack = `This key does not hold customers:read. The bodies of messages are held back from it, and what is not as it was sent does not verify: nothing is forwarded.
An owner or admin can issue a key of this app that holds webhooks:read and customers:read; listen with that one. Whether signatures are right is checked in the inbox meanwhile, in the dashboard under Webhooks.`

export async function openInbox({ api, signal }: Opening): Promise<Inbox> {
  const inbox = await api.webhookInbox.show({}, { signal })
  if (inbox.areBodiesHeldBack) throw new Refused(heldBack)
  if (inbox.isOpen) return inbox
  return api.webhookInbox.open({ body: {} }, { signal }).catch((error: unknown) => {
    if (!isForbidden(error)) throw error
    throw new Refused(
      `The test inbox is closed, and this key may not open it. ${error.detail} Open it in the dashboard under Webhooks, or give the key webhooks:write.`,
    )
  })
}

/** Without it is listened all the same: whoever verifies may have the secret already. */
export async function showSecret(
  { api, printer, signal }: Opening,
  { endpointId }: Inbox,
): Promise<void> {
  if (endpointId === null) return
  try {
    const request = { params: { id: endpointId } }
    const { secret, oldSecret } = await api.webhooks.showSecret(request, { signal })
    printer.say(`Verify with ${[secret, oldSecret].filter(Boolean).join(' or, until it ends, ')}`)
  } catch (error) {
    if (!isForbidden(error)) throw error
    printer.warn(
      `This key may not show the secret to verify with. ${error.detail} It stands in the dashboard under Webhooks.`,
    )
  }
}

/** A type that is mistyped would be waited for in vain. */
export async function requireTypes(
  { api, signal }: Opening,
  events: readonly string[],
): Promise<void> {
  const { data } = await api.webhooks.listEventTypes({}, { signal })
  const unknown = events.filter((name) => !data.some((type) => type.name === name))
  if (unknown.length === 0) return
  throw new Misuse(
    `--events names ${unknown.join(', ')}, which there is not. All types stand under /docs/webhook-events.`,
  )
}

const isForbidden = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.status === 403
