/** What an endpoint's own code makes of a payload. */
import type { SandboxFault } from './sandbox/job.ts'
import { inSandbox } from './sandbox/threads.ts'

export type TransformationFault = SandboxFault

/** `after` is null where the code wants nothing sent. */
export type Transformed =
  | { readonly after: Record<string, unknown> | null }
  | { readonly fault: TransformationFault }

/** Bounded in time, memory and size; what the code does wrong is told, and never thrown. */
export async function transform(code: string, payload: object): Promise<Transformed> {
  const at = 'timestamp' in payload ? Date.parse(String(payload.timestamp)) : NaN
  const answer = await inSandbox({
    code,
    payload: JSON.stringify(payload),
    now: Number.isNaN(at) ? 0 : at,
  })
  if ('fault' in answer) return answer
  return { after: answer.after === null ? null : JSON.parse(answer.after) }
}

/** What is wrong with code before it has met any payload; null where nothing is. */
export async function faultIn(code: string): Promise<TransformationFault | null> {
  const answer = await inSandbox({ code, payload: null, now: 0 })
  return 'fault' in answer ? answer.fault : null
}
