/**
 * A world for one test file: a database of its own, the real server in one process or more, and
 * builders for who lives in it. Tests speak HTTP to it, and look at rows as the database's superuser.
 */
import type { Client } from '@sonaqor/contract/client'
import type { Role } from '@sonaqor/contract/access'
import type { Pool } from 'pg'

export interface World {
  /** The address of the first process; `urls` has all of them. */
  readonly url: string
  readonly urls: readonly string[]
  /** Every row of every tenant, past row-level security. */
  readonly db: Pool
  readonly clock: {
    set(moment: Date | null): Promise<void>
    forward(seconds: number): Promise<void>
  }
  tenant(name: string): Promise<WorldTenant>
  /** The typed client with a token; without one, as a stranger. */
  as(holder: Holder | null, options?: { url?: string }): Client
  /** A raw request, for what the typed client would never send. */
  request(path: string, init?: RequestInit & { as?: Holder; url?: string }): Promise<Response>
  /** Ends a process at once, as a power cut would, and `start`s it again at the same address. */
  kill(process: number): Promise<void>
  start(process: number): Promise<void>
  stop(): Promise<void>
}

export interface Holder {
  readonly token: string
}

export interface WorldTenant {
  readonly id: string
  readonly name: string
  member(role: Role): Promise<Holder & { id: string; email: string; password: string }>
  app(environment: 'sandbox' | 'production'): Promise<{ id: string; projectId: string }>
  /** A key of the app with these scopes, all that a key may hold unless named. */
  key(appId: string, scopes?: readonly string[]): Promise<Holder & { id: string }>
}
