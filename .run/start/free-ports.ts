import { once } from 'node:events'
import { createServer } from 'node:net'
import { isRefusedByBrowsers } from '../ports.ts'

/** Throws, with what to do about it, where nobody could ask us, or somebody else listens already. */
export async function requireFree(
  port: number,
  { of, host }: { readonly of: string; readonly host?: string },
): Promise<void> {
  if (isRefusedByBrowsers(port)) {
    throw new Error(
      `Browsers refuse port ${port}, which belongs to another protocol, so nobody could reach us there. ` +
        'The shell takes PORT and the portal the one 100 above it; choose another: PORT=5000 npm start',
    )
  }
  const probe = createServer()
  try {
    probe.listen({ port, ...(host ? { host } : {}) })
    await once(probe, 'listening')
    probe.close()
    await once(probe, 'close')
  } catch (cause) {
    throw new Error(
      `Port ${port}, for ${of}, is taken by another program, or may not be used. ` +
        'Stop that program, or choose other ports: PORT=5000 npm start takes 5000, and 5100 for the portal',
      { cause },
    )
  }
}
