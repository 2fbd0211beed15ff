/** What an endpoint's own code makes of a payload. */
import { wellFormed } from './well-formed.ts'
import type { SandboxFault, SandboxResult } from './sandbox/job.ts'
import { inSandbox } from './sandbox/threads.ts'

export type TransformationFault = SandboxFault

/** `after` is null where the code wants nothing sent. */
export type Transformed =
  | { readonly after: Record<string, unknown> | null }
  | { readonly fault: TransformationFault }

/**
 * Bounded in time, memory and size; what the code does wrong is told, and never thrown. It waits for its
 * tenant's turn.
 */
export async function transform(
  tenantId: string,
  code: string,
  payload: object,
): Promise<Transformed> {
  return (await transformTimed(tenantId, code, payload)).transformed
}

/** The same with how long the code ran, which is what its bound is of. */
export async function transformTimed(
  tenantId: string,
  code: string,
  payload: object,
): Promise<{ transformed: Transformed; ranMs: number }> {
  const at = 'timestamp' in payload ? Date.parse(String(payload.timestamp)) : NaN
  const answer = await inSandbox(tenantId, {
    code,
    payload: JSON.stringify(payload),
    now: Number.isNaN(at) ? 0 : at,
  })
  return { transformed: madeOf(answer), ranMs: answer.ranMs }
}

function madeOf(answer: SandboxResult): Transformed {
  if ('fault' in answer) return { fault: answer.fault }
  if (answer.after === null) return { after: null }
  const after = JSON.parse(answer.after) as Record<string, unknown>
  if (!unstorable.test(answer.after)) return { after }
  try {
    return { after: storable(after) as Record<string, unknown> }
  } catch {
    return { fault: { message: 'What it returned goes too deep.', line: null, column: null } }
  }
}

/** As JSON has it: what no database holds, or may be half of a letter. */
const unstorable = /\\u(?:0000|d[89a-f])/i

/** What is sent is kept as well, and looked through. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(storable)
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [wellFormed(name), storable(one)]),
  )
}

/** What is wrong with code before it has met any payload; null where nothing is. */
export async function faultIn(tenantId: string, code: string): Promise<TransformationFault | null> {
  const answer = await inSandbox(tenantId, { code, payload: null, now: 0 })
  return 'fault' in answer ? answer.fault : null
}
