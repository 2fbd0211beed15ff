import type { ProblemError } from '@sonaqor/contract/client'
import { faultOf, faults, HostFailure, isUnreachable } from '../host/failure.ts'
import { inTime } from '../host/in-time.ts'
import type { EmbedOptions } from '../sdk.ts'

const timeoutMs = 30_000

/** Gets a client secret by the page's own function, whatever that does. */
export async function askForSecret({ fetchSession }: EmbedOptions): Promise<string> {
  try {
    const brought = await inTime(fetchSession(), timeoutMs)
    if (typeof brought?.clientSecret === 'string' && brought.clientSecret)
      return brought.clientSecret
  } catch (cause) {
    // In a frame of ours the page around it has found out why already.
    if (cause instanceof HostFailure) throw cause
    throw new HostFailure(navigator.onLine ? faults.unsigned : faults.offline, { cause })
  }
  throw new HostFailure(faults.unsigned, {
    cause: new TypeError('fetchSession brought no clientSecret.'),
  })
}

/** Why our server did not take a client secret. */
export function refused(cause: unknown): never {
  if (isUnreachable(cause)) throw cause
  const { status, code } = (cause as Partial<ProblemError>).problem ?? {}
  if (status === 401 || code === 'tenant-suspended')
    throw new HostFailure(faults.refused, { cause })
  if (status === 403) throw new HostFailure(faults.otherOrigin, { cause })
  if (status === 409) throw new HostFailure(faults.revoked, { cause })
  // It is there, and has too much to do or something to mend.
  throw new HostFailure(faults.offline, { cause })
}

export function isOffline(error: unknown): boolean {
  const fault = faultOf(error, faults.unsigned)
  return fault === faults.offline || fault === faults.heldBack
}
