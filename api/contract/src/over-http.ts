/** The typed client of a program: a server, a tool, a test. Browsers have their host's transport. */
import { createStaffClient, type StaffClient } from './staff-client.ts'

const answerWithinMs = 30_000

/**
 * The API at `url` as the holder of a token meets it, or as a stranger without one. Rejects with a
 * `ProblemError` on a refusal, and as `fetch` does where no answer comes within 30 seconds.
 */
export function clientOverHttp(url: string, token?: string): StaffClient {
  return createStaffClient(async ({ method, path, headers, body }) => {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        ...headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerWithinMs),
    })
    const text = await answer.text()
    const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '')
    return {
      status: answer.status,
      body: isJson && text !== '' ? JSON.parse(text) : text || undefined,
    }
  })
}
