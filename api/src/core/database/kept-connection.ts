import type { Client } from 'pg'
import type { Logger } from '../log/index.ts'
import type { Database } from './database.ts'

/** One connection that is made anew whenever it breaks, for what listens or holds a lock. */
export interface KeptConnection {
  isOpen(): boolean
  /** Fails while there is no connection; the caller polls and tries again. */
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

const retryMs = 500

/** Connects, calls `ready` with each new connection, and begins again when it is lost. */
export function keepConnected(
  database: Pick<Database, 'connection'>,
  name: string,
  log: Logger,
  ready: (client: Client) => Promise<void>,
): KeptConnection {
  let current: Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined

  const again = (client: Client, error?: unknown) => {
    if (current === client) current = undefined
    client.removeAllListeners('notification')
    client.end().catch(() => undefined)
    if (closed || retry) return
    log.debug({ err: error, connection: name }, 'a connection is made anew')
    retry = setTimeout(() => {
      retry = undefined
      void connect()
    }, retryMs)
  }

  const connect = async () => {
    const client = database.connection(name)
    client.on('error', (error) => again(client, error))
    client.on('end', () => again(client))
    try {
      await client.connect()
      await ready(client)
      current = client
      if (closed) again(client)
    } catch (error) {
      again(client, error)
    }
  }

  void connect()
  return {
    isOpen: () => current !== undefined,
    async query<Row>(text: string, values: unknown[] = []) {
      if (!current) throw new Error(`the connection ${name} is away`)
      return (await current.query(text, values)).rows as Row[]
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await current?.end().catch(() => undefined)
    },
  }
}
