import { Problem } from '../../../core/problems/index.ts'
import { faultIn } from '../shaping/transform.ts'
import { trying } from '../shaping/trying.ts'

/** Code that does not even begin would fail each delivery; what it does with a payload is tried by simulating. */
export async function requireRunnable(
  tenantId: string,
  transformation: string | null | undefined,
): Promise<void> {
  const fault = transformation
    ? await trying(tenantId, () => faultIn(tenantId, transformation))
    : null
  if (!fault) return
  const place = fault.line === null ? '' : ` (line ${fault.line})`
  throw new Problem('invalid', {
    detail: 'The transformation cannot be run.',
    errors: [{ detail: `${fault.message}${place}`, pointer: '#/transformation' }],
  })
}
