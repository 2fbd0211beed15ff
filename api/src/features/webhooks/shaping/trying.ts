/**
 * Code that somebody tries out while they wait: a few of one tenant at once, as what they asked with is held
 * until its turn, and more of them would only time out.
 */
import { Problem } from '../../../core/problems/index.ts'

export const triedAtOnceMax = 8

const tried = new Map<string, number>()

export async function trying<T>(tenantId: string, run: () => Promise<T>): Promise<T> {
  const before = tried.get(tenantId) ?? 0
  if (before >= triedAtOnceMax) throw tooMany()
  tried.set(tenantId, before + 1)
  try {
    return await run()
  } finally {
    const left = (tried.get(tenantId) ?? 1) - 1
    if (left > 0) tried.set(tenantId, left)
    else tried.delete(tenantId)
  }
}

const tooMany = () =>
  new Problem('quota-exceeded', {
    detail: `At most ${triedAtOnceMax} transformations of a tenant are tried at once. Wait for one of them.`,
    retryAfterSeconds: 2,
  })
