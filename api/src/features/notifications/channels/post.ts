/** One request to a carrier: bounded in time, and in what is read of the answer. */
import type { Outcome } from './channel.ts'

export interface Carried {
  readonly status: number
  /** What it answered, taken for JSON; nothing where it is none, or too long. */
  readonly answer: unknown
}

interface Letterbox {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const patienceMs = 10_000
const answerMax = 64 * 1024
const longestPauseSeconds = 3600

/** Hands the answer to whoever knows the carrier; what went wrong before that is the same for all. */
export async function post(
  { url, headers, body }: Letterbox,
  read: (carried: Carried) => Outcome,
): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      // A carrier that sends us elsewhere is none.
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    const answer = await jsonOf(response)
    return busy(response) ?? read({ status: response.status, answer })
  } catch (error) {
    const isLate = (error as { readonly name?: unknown }).name === 'TimeoutError'
    return { state: 'failed', reason: isLate ? 'too-slow' : 'unreachable', isFinal: false }
  }
}

function busy(response: Response): Outcome | undefined {
  const { status, headers } = response
  if (status !== 429 && status < 500) return undefined
  const asked = Number(headers.get('retry-after'))
  return {
    state: 'failed',
    reason: 'busy',
    status,
    isFinal: false,
    ...(asked > 0 ? { afterSeconds: Math.min(asked, longestPauseSeconds) } : {}),
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > answerMax) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}
