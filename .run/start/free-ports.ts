import { once } from 'node:events'
import { createServer } from 'node:net'

/** Throws, with what to do about it, where somebody else listens already. */
export async function requireFree(port: number, host?: string): Promise<void> {
  const probe = createServer()
  try {
    probe.listen({ port, ...(host ? { host } : {}) })
    await once(probe, 'listening')
    probe.close()
    await once(probe, 'close')
  } catch (cause) {
    throw new Error(
      `Port ${port} is taken by another program, or may not be used. ` +
        'Stop that program, or choose another port: PORT=5000 npm start',
      { cause },
    )
  }
}
