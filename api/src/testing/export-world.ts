/** Exports in a world of their own, for the tests: started, followed to their end, and read. */
import { createHash } from 'node:crypto'
import type { Client } from '@sonaqor/contract/client'
import type { Job } from '@sonaqor/contract/jobs'
import { systemPrincipal } from '../core/access/index.ts'
import type { OpenFoundation } from '../core/house/index.ts'
import type { Scope } from '../core/scope/index.ts'
import type { WorldMember, WorldTenant } from './builders.ts'
import { openFoundationOf } from './foundation.ts'
import type { Holder } from './transport.ts'
import { until } from './until.ts'
import { startProcessWorld, startWorld, type OwnWorld, type ProcessWorld } from './world.ts'

type NewExport = Parameters<Client['exports']['start']>[0]['body']

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let count = 0

const options = { worker: true, env: { SONAQOR_LIMIT_FACTOR: '10000' } } as const

export class ExportWorld<Kind extends OwnWorld = OwnWorld> {
  readonly world: Kind
  readonly foundation: OpenFoundation
  tenant!: WorldTenant
  owner!: WorldMember
  api!: Client

  constructor(world: Kind, foundation: OpenFoundation) {
    this.world = world
    this.foundation = foundation
  }

  static async start(): Promise<ExportWorld> {
    const world = await startWorld(options)
    return new ExportWorld(world, await openFoundationOf(world))
  }

  /** For tests that kill its worker. */
  static async startApart(): Promise<ExportWorld<ProcessWorld>> {
    const world = await startProcessWorld(options)
    return new ExportWorld(world, await openFoundationOf(world))
  }

  async stop(): Promise<void> {
    await this.foundation.close()
    await this.world.stop()
  }

  /** From here on it is about a new tenant. */
  async begin(): Promise<void> {
    const roles = ['owner', 'developer'] as const
    this.tenant = await this.world.tenant(`Acme ${(count += 1)}`, { roles })
    this.owner = await this.tenant.member()
    this.api = this.world.as(this.owner)
  }

  show(id: string): Promise<Job> {
    return this.api.jobs.show({ params: { id } })
  }

  async ended(id: string, withinMs = 90_000): Promise<Job> {
    let job = await this.show(id)
    const isOver = () => !['queued', 'running'].includes(job.state)
    await until(async () => {
      job = await this.show(id)
      return isOver()
    }, withinMs)
    return job
  }

  async made(body: NewExport): Promise<Job> {
    const { id } = await this.api.exports.start({ body })
    return this.ended(id)
  }

  answer(id: string, as: Holder = this.owner): Promise<Response> {
    return this.world.ask(`/v1/exports/${id}/file`, { as })
  }

  async download(id: string): Promise<Buffer> {
    const answer = await this.answer(id)
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    return Buffer.from(await answer.arrayBuffer())
  }

  /** Work in the tenant, in the test's own process. */
  within<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    return this.foundation.scopes.run(systemPrincipal('test', this.tenant.id), work)
  }

  /** Entries as an act leaves them, but for their hashes: from the sequence 1001 on. */
  async fill(entries: number): Promise<void> {
    await this.world.db.query(
      `insert into audit_entries (tenant_id, id, sequence, at, actor, action, previous_hash, hash, after)
       select $1, gen_random_uuid(), 1000 + n, now(), '{"kind":"system","id":"t","name":"t"}',
         'keys.made-up', '', '', jsonb_build_object('n', n)
       from generate_series(1, $2::integer) n`,
      [this.tenant.id, entries],
    )
  }
}

/** A file of the audit log without its closing line, and what that says of it. */
export function closed(file: Buffer): { body: Buffer; manifest: Record<string, unknown> } {
  const end = file.subarray(0, -1).lastIndexOf('\n') + 1
  const line = file.subarray(end).toString().trimEnd()
  const cell = /^"# (.*)"$/.exec(line)?.[1]?.replaceAll('""', '"')
  const said = JSON.parse(cell ?? line) as Record<string, unknown>
  return {
    body: file.subarray(0, end),
    manifest: cell === undefined ? (said['manifest'] as typeof said) : said,
  }
}

export const filled = (entries: number) => Array.from({ length: entries }, (_, at) => 1001 + at)

export const sequencesIn = (csv: Buffer) =>
  csv
    .toString()
    .trimEnd()
    .split('\r\n')
    .slice(1, -1)
    .map((line) => Number(line.split(',')[0]))
