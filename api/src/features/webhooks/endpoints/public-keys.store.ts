import type { Scope } from '../../../core/scope/index.ts'

/** What verifies the signatures of an endpoint now, of whichever tenant; nothing where it has no such key. */
export async function publicKeysOf(scope: Scope, endpointId: string): Promise<Buffer[]> {
  const rows = await scope.through<{ public_key: Buffer }>(
    'directory.webhook_public_keys',
    endpointId,
    scope.now(),
  )
  return rows.map(({ public_key: key }) => key)
}
